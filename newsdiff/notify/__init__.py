"""Being told: what was recorded becomes messages, which wait in an outbox until their services have taken them.

``news``: which revisions whom. ``outbox``: what waits. ``forms``: a message as text, Markdown or HTML. ``delivery``:
what is due is sent, through ``services``. Nothing here delays a run of ``watch``: it only puts files into the outbox.
"""
