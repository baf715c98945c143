"""What ``--engine`` takes."""

import pytest

from newsdiff.engines.name import EngineName, engine_name
from newsdiff.errors import UsageError


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("inline", EngineName()),
        ("local:1", EngineName(1)),
        ("local:64", EngineName(64)),
        ("dask://scheduler:8786", EngineName(address="tcp://scheduler:8786")),
        ("dask://10.0.0.7:1", EngineName(address="tcp://10.0.0.7:1")),
        ("tcp://[::1]:65535", EngineName(address="tcp://[::1]:65535")),
        ("tls://scheduler.example:8786", EngineName(address="tls://scheduler.example:8786")),
    ],
)
def test_a_name_means_an_engine(text: str, meant: EngineName) -> None:
    assert engine_name(text) == meant


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("dask://scheduler", "names no scheduler"),
        ("dask://:8786", "names no scheduler"),
        ("dask://scheduler:0", "names no scheduler"),
        ("dask://scheduler:65536", "names no scheduler"),
        ("dask://user@scheduler:8786", "names no scheduler"),
        ("dask://scheduler:8786/more", "names no scheduler"),
        ("tcp://two words:8786", "names no scheduler"),
        ("ray://head:10001", "by Dask alone"),
        ("local:0", "1 to 64"),
        ("local:65", "1 to 64"),
        ("local:", "no engine"),
        ("Inline", "no engine"),
        ("", "no engine"),
    ],
)
def test_what_means_none_is_a_usage_error(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        engine_name(text)
