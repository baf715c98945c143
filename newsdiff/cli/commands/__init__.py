"""The subcommands, one file each, and the list of them; click is not needed to read it."""

# name -> (module, what it does)
COMMANDS = {
    "demo": ("demo", "See the whole tool at work on an invented article, in a few seconds."),
    "init": ("init", "Make a store: a git repository for article texts."),
    "add": ("add", "Watch an article, a feed, a sitemap or a section page."),
    "remove": ("watchlist", "Stop watching; the history stays."),
    "pause": ("watchlist", "Rest a watch until resume."),
    "resume": ("watchlist", "Take up a paused watch."),
    "list": ("list", "What is watched, and how it fares."),
    "watch": ("watch", "Visit what is due, and record what changed."),
    "cron": ("cron", "Print or install the crontab line that watches."),
    "snapshot": ("snapshot", "Keep what a page, a file or standard input says now."),
    "log": ("log", "The revisions of an article, newest first."),
    "diff": ("diff", "What changed between two revisions or two files, gravest first."),
    "show": ("show", "One revision's text."),
    "changes": ("changes", "The edits of the whole store, newest first."),
    "find": ("find", "Words in every text that was ever recorded: since when, until when."),
    "blame": ("blame", "Which revision brought each word of an article."),
    "stats": ("stats", "Edits counted: by outlet, week, month, hour, kind, flag or tag."),
    "site": ("site", "The store as a web site: articles, outlets, charts, feeds; without a server."),
    "serve": ("serve", "The same site live on this machine, with a search through every text."),
    "export": ("export", "The store as tables (SQLite, Parquet, CSV, JSON lines); one article's evidence."),
    "check": ("check", "Where one text contradicts itself."),
    "clean": ("clean", "Try the cleaner on a URL or a file."),
    "sites": ("sites", "What is known of each host's pages; keep, drop or forget it."),
    "quarantine": ("quarantine", "Pages that may be no edit: list, show, accept, reject."),
    "dismiss": ("dismiss", "Call findings of an edit false alarms; the history stays as it is."),
    "reclean": ("reclean", "Clean the last raw pages again with today's cleaner."),
    "rejudge": ("rejudge", "Judge old edits by today's rules; the history stays as it is."),
    "verify": ("verify", "Prove that the history and the raw pages are whole."),
    "maintain": ("maintain", "Pack the store and refresh its indexes."),
    "import": ("import_", "Fill in earlier versions from a web archive, files, WARC or another git repository."),
    "archive": ("archive", "Have a web archive capture what an article says now."),
    "remote": ("remote", "Push the history to another git repository."),
    "notify": ("notify", "Tell those who want to be told what waits; try a receiver."),
    "config": ("config", "Edit or check the configuration."),
    "completion": ("completion", "Teach a shell to complete commands, articles and tags."),
    "doctor": ("doctor", "What is wrong with the watching, and what to do about it."),
    "help": ("help", "Show a page of the documents, or the help of a command."),
}
WITHOUT_STORE = frozenset(("demo", "init", "check", "completion", "help"))  # commands that need none
_FIRST = ("demo", "init", "add", "watch", "diff", "changes")  # what a newcomer needs
GROUPS = {
    "Watch": ("init", "add", "remove", "pause", "resume", "list", "watch", "cron", "snapshot", "doctor"),
    "Read": ("log", "diff", "show", "changes", "find", "blame", "stats", "check", "dismiss"),
    "Pass on": ("site", "serve", "export", "notify", "archive", "remote"),
    "Pages": ("clean", "sites", "quarantine", "reclean", "rejudge", "import"),
    "Upkeep": ("verify", "maintain", "config"),
    "Help": ("demo", "help", "completion"),
}
_OVERVIEW = """\
Usage: newsdiff [OPTIONS] COMMAND [ARGS]...

  Watch news articles, keep every changed text in git, see which edits matter.

Start with newsdiff demo, then newsdiff init:
{first}

All commands:
{groups}
Options:
  --store DIR    The store [default: $NEWSDIFF_STORE, else ./snapshots].
  --color auto|always|never, --no-pager, --debug, --version, -h, --help
newsdiff help COMMAND explains one; newsdiff help lists all that can be read."""


def overview() -> str:
    """The help of newsdiff itself, which fits a terminal of 24 lines; ``newsdiff help`` says what each command does."""
    first = "\n".join(f"  {name:<9}{COMMANDS[name][1]}" for name in _FIRST)
    groups = "\n".join(f"  {title:<9}{'  '.join(names)}" for title, names in GROUPS.items())
    return _OVERVIEW.format(first=first, groups=groups)
