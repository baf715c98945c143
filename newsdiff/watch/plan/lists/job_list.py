"""Job lists of urlwatch and webchanges: YAML, a document a job; their manuals name the options (``directives``)."""

import re
from collections.abc import Iterator
from typing import Any

from newsdiff.errors import ConfigError, UsageError
from newsdiff.watch.plan.lists.foreign import ForeignEntry, ForeignList, foreign_list, without_words

# A line that begins so makes a file a job list: no list of addresses and no configuration of ours has one.
_JOB = re.compile(rb"^(?:url|navigate|command):[ \t]", re.MULTILINE)
_MAX_BYTES = 5_000_000
_MAX_DEPTH = 3  # of lists in lists
_TAKEN = frozenset(("url", "navigate", "name", "tags", "enabled", "kind", "guid", "index_number"))
_STORY = "newsdiff finds the story itself; where it does not, body and remove under [site] say where it stands"
_HEADERS = "write them under [site] as headers"
_BROWSER = "write browser = true under [site]"
_HINTS = {
    **dict.fromkeys(("filter", "filters"), _STORY),
    **dict.fromkeys(("headers", "cookies"), _HEADERS),
    **dict.fromkeys(("use_browser", "wait_until", "wait_for", "wait_for_selector", "browser"), _BROWSER),
    **dict.fromkeys(("http_proxy", "https_proxy", "proxy"), "[fetch] proxy is that of every request"),
    "timeout": "[fetch] deadline is that of every request",
}


def is_job_list(body: bytes) -> bool:
    """Whether a file is such a list."""
    return _JOB.search(body) is not None


def job_list(name: str, body: bytes) -> ForeignList:
    """What a job list names; ConfigError with the line where it is no YAML, UsageError where none can be read here."""
    return foreign_list("urlwatch", map(_entry, _jobs(name, body)))


def _jobs(name: str, body: bytes) -> Iterator[dict[str, Any]]:
    try:
        import yaml
    except ImportError:
        raise UsageError(f"{name} is a job list in YAML", "pip install 'newsdiff[lists]' reads it") from None
    if len(body) > _MAX_BYTES:
        raise ConfigError(f"{name} has more than {_MAX_BYTES // 1_000_000} MB", "no job list is that long")
    try:
        for document in yaml.load_all(body, Loader=_loader()):
            yield from (job for job in (document if isinstance(document, list) else [document]) if _is_job(job))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}" if mark else ""
        why = getattr(error, "problem", None) or "it cannot be read"
        raise ConfigError(
            f"{name}{place}: this is no YAML: {str(why)[:100]}", "the tool that wrote it says more"
        ) from None
    except (RecursionError, ValueError) as error:  # brackets in hundreds of brackets, a date that no calendar knows
        raise ConfigError(f"{name}: this is no YAML that can be read: {str(error)[:100]}") from None


def _loader() -> Any:
    """A loader that makes nothing but texts, numbers, lists and tables, whatever a tag says.

    urlwatch writes the tags of a job as an object of Python, which it does not read back itself.
    """
    import yaml

    # libyaml's where there is one; a class of its own, so that nobody else's loader changes
    tagless: Any = type("TaglessLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})

    def plain(loader: Any, _tag: str, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return loader.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node, deep=True)
        return loader.construct_scalar(node)

    tagless.add_multi_constructor("tag:yaml.org,2002:python/", plain)
    tagless.add_multi_constructor("!", plain)
    return tagless


def _is_job(job: Any) -> bool:
    return isinstance(job, dict) and any(key in job for key in ("url", "navigate", "command"))


def _entry(job: dict[str, Any]) -> ForeignEntry:
    url = job.get("url") or job.get("navigate") or ""
    name = job.get("name")
    options = [str(key) for key, value in job.items() if key not in _TAKEN and value not in (None, False)]
    if "navigate" in job:
        options.insert(0, "browser")
    return ForeignEntry(
        url if isinstance(url, str) else "",
        str(name) if name else str(job.get("command", ""))[:60],
        tuple(_texts(job.get("tags"))),
        paused=job.get("enabled") is False,
        unknown=without_words(options, _HINTS),
        out=_out(job),
    )


def _out(job: dict[str, Any]) -> str:
    """Why a job is not watched at all; empty where it is."""
    if "command" in job and not (job.get("url") or job.get("navigate")):
        return "newsdiff runs no programs"
    method = str(job.get("method") or ("POST" if "data" in job else "GET")).upper()
    return "" if method == "GET" else f"it asks with {method[:10]}, and newsdiff only reads"


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The texts of a value, of a list, or of lists in a list, which may hold itself."""
    if isinstance(value, str):
        yield from value.split(",")
    elif isinstance(value, list | tuple | set | frozenset) and depth < _MAX_DEPTH:
        for one in value:
            yield from _texts(one, depth + 1)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
