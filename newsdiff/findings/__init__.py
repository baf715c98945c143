"""Flags -> findings: what changed, place by place, in the order that a fact-checker wants to be told.

A finding is one place of change (a sentence with its counterpart, or a block that came, went or moved) with all its
flags. ``weights`` says what comes first, ``excerpt`` which words are quoted, ``grouping`` what is told once though it
stands in several places, ``summary`` what a desk editor would say of the whole edit.
"""

from newsdiff.findings.grouping import findings
from newsdiff.findings.summary import summary

__all__ = ["findings", "summary"]
