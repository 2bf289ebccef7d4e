"""Addresses that last: what was published keeps working, and the tools for it work."""

from pathlib import Path

import pytest

from site_build.addresses import (
    AddressError,
    Addresses,
    final_page,
    keep_addresses,
    lost,
    published,
    read_addresses,
    with_aliases,
    with_new,
    write_addresses,
)

PAGE = '<h1 id="old-prices">Prices</h1><h2 id="why">Why</h2>'


def _site(folder: Path) -> Path:
    (folder / "prices").mkdir(parents=True)
    (folder / "prices" / "index.html").write_text(PAGE, encoding="utf-8")
    return folder


def test_no_published_address_is_lost(site: Path) -> None:
    """Every page and heading that was ever published is still there, or sends to what took its place."""
    assert lost(read_addresses(), published(site)) == [], (
        "name in docs/addresses.json what took their place (moved, renamed); only what was never published may go"
    )


def test_every_address_of_the_site_is_noted(site: Path) -> None:
    """New pages and headings are in docs/addresses.json: `python -m site_build addresses` notes them."""
    known = read_addresses().pages
    missing = {page: sorted({*ids} - {*known.get(page, ())}) for page, ids in published(site).items()}
    assert {page: ids for page, ids in missing.items() if ids or page not in known} == {}, (
        "make build, then .venv/bin/python -m site_build addresses"
    )


def test_what_vanishes_is_found() -> None:
    """A page or an id that is gone is named, unless it was moved or renamed."""
    known = Addresses({"prices": ("why", "how"), "old": ("top",)}, {}, {})
    assert lost(known, {"prices": ("why",)}) == ["prices#how", "old"]
    mended = Addresses({**known.pages, "old": ("why",)}, {"old": "prices"}, {"prices": {"how": "why"}})
    assert lost(mended, {"prices": ("why",)}) == []
    assert lost(Addresses({}, {}, {"prices": {"how": "gone"}}), {"prices": ("why",)}) == ["prices#gone"]


def test_new_addresses_are_added_and_none_is_dropped(tmp_path: Path) -> None:
    """The file grows: what was noted before stays."""
    file = tmp_path / "addresses.json"
    write_addresses(with_new(Addresses({"prices": ("how",)}, {}, {}), published(_site(tmp_path / "site"))), file)
    assert read_addresses(file).pages == {"prices": ("how", "old-prices", "why")}


def test_a_moved_page_sends_on_and_a_renamed_id_stays(tmp_path: Path) -> None:
    """The old address of a page leads to the new one, and the old name of a heading stands before it."""
    site = _site(tmp_path)
    keep_addresses(
        site, Addresses({}, {"a/first": "a/second", "a/second": "prices"}, {"prices": {"reason": "why"}}), "nl"
    )
    assert 'href="../../prices/"' in (site / "a" / "first" / "index.html").read_text(encoding="utf-8")
    assert '<span id="reason" class="alias"></span><h2 id="why"' in (site / "prices" / "index.html").read_text("utf-8")


def test_addresses_that_cannot_work_stop_the_build(tmp_path: Path) -> None:
    """A circle, a page that still stands at the old address, and a name that is taken are refused."""
    site = _site(tmp_path)
    with pytest.raises(AddressError, match="circle"):
        final_page(Addresses({}, {"a": "b", "b": "a"}, {}), "a")
    with pytest.raises(AddressError, match="cannot send"):
        keep_addresses(site, Addresses({}, {"prices": "other"}, {}), "nl")
    with pytest.raises(AddressError, match="cannot stand"):
        with_aliases(PAGE, {"why": "old-prices"})
