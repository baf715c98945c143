"""Article, Article -> Diff: blocks paired, words inside; the only user of diff-match-patch."""
