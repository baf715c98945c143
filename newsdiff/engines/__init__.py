"""Who does the work on archives: units of pages and texts, and the engines that do them, here or on other machines.

A unit is a value that can be sent anywhere, and so is its result; no engine knows the store. The one process that holds
the store's lock makes the units and writes what came of them: an engine that dies costs its units a second try.
"""
