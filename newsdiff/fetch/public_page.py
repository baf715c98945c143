"""A page as it may be kept and told: what it was asked for with is for the asking alone."""

from newsdiff.model import Page
from newsdiff.text.urls import public


def public_page(page: Page) -> Page:
    """The page under addresses without secrets; ``permanent_url`` stays, for that is where to ask from now on."""
    return page._replace(url=public(page.url), final_url=public(page.final_url))
