"""The store as a site: pages that need no server and no script, feeds, and the same pages live.

Which files a page stands in follows from ``addresses``; what is written anew from the inputs that ``manifest`` keeps.
"""
