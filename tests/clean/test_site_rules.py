"""A site's own rules, and the cleaner's version."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.clean import cleaned_html, version
from newsdiff.clean.page.site_rules import check
from newsdiff.errors import CleanError, ConfigError
from newsdiff.model import Removed, SiteSettings
from tests.kit.crawls import SENTENCES, page

URL = "https://post.example/islands/ferry"
HOST = "post.example"


def test_rules_that_name_nothing_change_nothing() -> None:
    assert cleaned_html(page(), URL, site=SiteSettings(HOST, remove=(".none",))) == cleaned_html(page(), URL)


@pytest.mark.parametrize("selector", ["div.tip", "//div[@class='tip']"])
def test_remove_takes_elements_out_and_tells_it(selector: str) -> None:
    html = page("middle", "<div class='tip'><p>Tip of the day: bring a coat to the quay.</p></div>")
    cleaned = cleaned_html(html, URL, site=SiteSettings(HOST, remove=(selector,)))
    assert cleaned.article == cleaned_html(page(), URL).article
    assert cleaned.removed[0] == Removed("Tip of the day: bring a coat to the quay.", f"rule {selector}")


def test_body_and_headline_say_where_to_look() -> None:
    html = page("behind", "<div id='only'><h2 class='t'>Another title</h2><p>He spoke.</p></div>")
    article = cleaned_html(html, URL, site=SiteSettings(HOST, body="#only", headline="h2.t")).article
    assert [block.text for block in article.blocks] == ["Another title", "He spoke."]


def test_a_body_that_the_page_lacks_is_an_error() -> None:
    with pytest.raises(CleanError):
        cleaned_html(page(), URL, site=SiteSettings(HOST, body="#none"))


@pytest.mark.parametrize("selector", ["div[", "//div[", "p:::x", "a > " * 5000 + "a"])
def test_a_selector_that_makes_no_sense_is_a_config_error(selector: str) -> None:
    with pytest.raises(ConfigError) as error:
        check(SiteSettings(HOST, remove=(selector,)))
    assert len(error.value.message) < 300


def test_removing_an_element_keeps_the_text_behind_it() -> None:
    html = page().replace("Its chair", "<b class='x'>Tip</b>Its chair")
    blocks = cleaned_html(html, URL, site=SiteSettings(HOST, remove=("b.x",))).article.blocks
    assert SENTENCES[1] in [block.text for block in blocks]


def test_the_version_bears_a_hash_of_the_rules_that_clean() -> None:
    bare = version()
    assert version(SiteSettings(HOST, headers=(("A", "b"),))) == bare
    one, two = version(SiteSettings(HOST, remove=("p",))), version(SiteSettings(HOST, remove=("p", "b")))
    assert one.startswith(f"{bare} rules/")
    assert len({bare, one, two}) == 3


def test_importing_the_room_and_asking_the_version_loads_no_extractor() -> None:
    code = "import sys, newsdiff.clean as c; c.version(); c.clean_text('It rained.')"
    code += "; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert told.stdout.split() == ["False", "False"]


def test_a_selector_that_is_none_names_its_site() -> None:
    with pytest.raises(ConfigError) as told:
        check(SiteSettings("news.example", remove=(".x", "p:::x")))
    assert 'in [site."news.example"]' in told.value.hint
