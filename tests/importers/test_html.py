"""Any other page: read by its wording; one without a law is readable and says that it has no articles."""

from __future__ import annotations

from tests.importers.readings import EU, SERBIA, codes, own_articles, unaccounted
from tomas_desktop.importers import base

NAVIGATION = "<nav>Home | Laws</nav>"


def written(tmp_path, name: str, page: str) -> base.Reading:
    path = tmp_path / name
    path.write_text(page, encoding="utf-8")
    return base.read(path, SERBIA if "Zakon" not in page and "Члан" in page else EU)


def test_a_page_without_a_law_has_findings_and_no_articles(tmp_path):
    reading = written(tmp_path, "page.html", f"<html><body>{NAVIGATION}<h1>Weather</h1><p>Rain.</p></body></html>")
    assert reading.format == "html"
    assert reading.title == "Weather"
    assert own_articles(reading) == []
    assert codes(reading) == ["no-articles"]
    assert reading.furniture == ("Home | Laws",)
    assert unaccounted(reading) == 0


def test_a_law_on_a_page_of_any_kind_is_read_by_its_wording(tmp_path):
    page = """<div><div>Члан 1.</div><div>Пчеле:</div><ul><li>1) лете;</li><li>2) боде.</li></ul><b>Члан 2.</b><br>
        Пчеле праве мед.</div>"""
    reading = written(tmp_path, "law.htm", page)
    assert [article.eid for article in own_articles(reading)] == ["art_1", "art_2"]
    assert [node.num for node in own_articles(reading)[0].children[0].children] == ["1)", "2)"]
    assert unaccounted(reading) == 0
