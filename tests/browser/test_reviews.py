"""Kept reviews, as a manager uses them. Figures: the worked case of the page brings −€ 600; each visit costs € 250."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from benchmarks.chromium import CHROMIUM
from tests.browser.accessibility import violations
from tests.browser.calculators.pages import START, live
from tests.browser.conftest import FLAGS, watched
from tests.browser.kept_reviews import act, keep, names, opened, said, unfolded, visits, write

TEN_VISITS = "−€ 1.600,00"
KEEP = "Bewaar op dit apparaat"


def test_a_review_survives_a_restart_of_the_browser(playwright: Playwright, site_url: str, tmp_path: Path) -> None:
    """It is there in a new tab and after a restart, in both languages, with what came of it then."""

    def started() -> BrowserContext:
        return playwright.chromium.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=FLAGS)

    visit = started()
    page = visit.new_page()
    faults = watched(page, site_url)
    reviews = opened(page, site_url)
    keep(reviews, "Vos 2025", "10")
    expect(reviews.locator(".reviews-then")).to_contain_text(f"Bijdrage per jaar: {TEN_VISITS}", timeout=START)
    expect(names(opened(visit.new_page(), site_url))).to_have_text(["Vos 2025"])
    visit.close()
    visit = started()
    page = visit.new_page()
    faults += watched(page, site_url)
    reviews = opened(page, site_url, "en")
    expect(reviews.locator(".reviews-then")).to_contain_text("Contribution a year: −€1,600.00")
    reviews.get_by_role("button", name="Open: Vos 2025").click()
    expect(visits(page)).to_have_value("10")
    expect(page.locator("#account_review--list_revenue")).to_have_value("15,000", timeout=START)
    # The same figures in another notation are no change.
    expect(reviews.locator("[data-part=current]")).to_contain_text("as kept on")
    visit.close()
    assert faults == []


def test_a_name_is_proposed(page: Page, site_url: str) -> None:
    """The customer and the year, else what the calculator is called; what a reader types stays."""
    reviews = opened(page, site_url)
    name = reviews.get_by_label("Naam", exact=True)
    year = page.evaluate("new Date().getFullYear()")
    expect(name).to_have_value(f"Klantrendement {year}")
    page.locator("#account_review--customer").fill("Terpstra & Zn <b>")
    expect(name).to_have_value(f"Terpstra & Zn <b> {year}")
    reviews.get_by_role("button", name=KEEP).click()
    expect(names(reviews)).to_have_text([f"Terpstra & Zn <b> {year}"])
    expect(name).to_have_value(f"Terpstra & Zn <b> {year} (2)")
    # A double click is no second review.
    reviews.get_by_role("button", name=KEEP).dblclick()
    expect(names(reviews)).to_have_text([f"Terpstra & Zn <b> {year} (2)", f"Terpstra & Zn <b> {year}"])
    name.fill("Eigen naam")
    page.locator("#account_review--customer").fill("Vos")
    expect(name).to_have_value("Eigen naam")


def test_own_figures_are_offered_back(page: Page, site_url: str) -> None:
    """What stood in the form comes back by a button, also after a reload."""
    reviews = opened(page, site_url)
    keep(reviews, "Vos 2025", "10")
    visits(page, "17")
    act(reviews, "Open", "Vos 2025")
    expect(visits(page)).to_have_value("10")
    notice = page.locator("[data-part=notice]")
    expect(notice).to_contain_text("‘Vos 2025’")
    page.reload()
    expect(visits(page)).to_have_value("10")
    page.get_by_role("button", name="Terug naar mijn eigen cijfers").click()
    expect(visits(page)).to_have_value("17")


def test_a_changed_review_is_kept_again_or_as_new(page: Page, site_url: str) -> None:
    """A change is said, keeping again takes its place and can be undone, and keeping as new leaves it."""
    reviews = opened(page, site_url)
    keep(reviews, "Vos", "10")
    current = reviews.locator("[data-part=current]")
    expect(current).to_contain_text("zoals bewaard")
    visits(page, "9")
    expect(current).to_contain_text("gewijzigd")
    visits(page, "10")
    expect(current).to_contain_text("zoals bewaard")
    visits(page, "11")
    page.get_by_role("button", name="Bewaar opnieuw").click()
    expect(said(reviews)).to_have_text("‘Vos’ is opnieuw bewaard.")
    expect(reviews.locator(".reviews-then")).to_contain_text("−€ 1.850,00", timeout=START)
    reviews.get_by_role("button", name="Maak ongedaan").click()
    expect(reviews.locator(".reviews-then")).not_to_contain_text("−€ 1.850,00")
    expect(current).to_contain_text("gewijzigd")
    page.get_by_role("button", name="Bewaar onder een andere naam").click()
    expect(reviews.get_by_label("Naam", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(names(reviews)).to_have_text(["Vos (2)", "Vos"])
    expect(current).to_contain_text("‘Vos (2)’, zoals bewaard")
    page.get_by_role("button", name="Terug naar het voorbeeld").click()
    expect(current).to_be_hidden()


def test_reviews_are_renamed_duplicated_and_deleted_by_keyboard(page: Page, site_url: str) -> None:
    """The focus goes on where a person goes on, one line says what happened, and what is deleted can come back."""
    reviews = opened(page, site_url)
    for name in ("A", "B", "C"):
        keep(reviews, name, "6")
    reviews.get_by_role("button", name="Wijzig naam: B").press("Enter")
    page.keyboard.type("Bakker")
    page.keyboard.press("Enter")
    expect(names(reviews)).to_have_text(["C", "Bakker", "A"])
    expect(said(reviews)).to_have_text("De naam is nu ‘Bakker’.")
    expect(reviews.get_by_role("button", name="Wijzig naam: Bakker")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(reviews.get_by_role("button", name="Wijzig naam: Bakker")).to_be_focused()
    reviews.get_by_role("button", name="Dupliceer: Bakker").press("Enter")
    expect(names(reviews)).to_have_text(["C", "Bakker", "Bakker (2)", "A"])
    reviews.get_by_role("button", name="Verwijder: Bakker", exact=True).press("Enter")
    expect(reviews.get_by_role("button", name="Verwijder: Bakker (2)")).to_be_focused()
    expect(said(reviews)).to_have_text("‘Bakker’ is verwijderd.")
    page.get_by_role("button", name="Maak ongedaan").press("Enter")
    expect(names(reviews)).to_have_text(["C", "Bakker", "Bakker (2)", "A"])
    expect(reviews.get_by_role("button", name="Open: Bakker", exact=True)).to_be_focused()


def test_each_of_several_deletions_can_be_undone(page: Page, site_url: str) -> None:
    """Also where one click too many deleted the next one."""
    reviews = opened(page, site_url)
    for name in ("A", "B", "C"):
        keep(reviews, name, "6")
    for name in ("C", "B"):
        act(reviews, "Verwijder", name)
        expect(names(reviews).filter(has_text=name)).to_have_count(0)
    for left in (["B", "A"], ["C", "B", "A"]):
        reviews.get_by_role("button", name="Maak ongedaan").click()
        expect(names(reviews)).to_have_text(left)
    expect(reviews.get_by_role("button", name="Maak ongedaan")).to_be_hidden()


def test_all_are_deleted_after_one_question(page: Page, site_url: str) -> None:
    """No is the first answer, and also a yes can be undone."""
    reviews = opened(page, site_url)
    for name in ("A", "B"):
        keep(reviews, name, "6")
    reviews.get_by_role("button", name="Verwijder alles", exact=True).press("Enter")
    expect(reviews.get_by_role("button", name="Nee, laat alles staan")).to_be_focused()
    page.keyboard.press("Enter")
    expect(names(reviews)).to_have_count(2)
    reviews.get_by_role("button", name="Verwijder alles", exact=True).press("Enter")
    reviews.get_by_role("button", name="Ja, verwijder alles").press("Enter")
    expect(reviews.locator("[data-part=none]")).to_be_visible()
    expect(said(reviews)).to_have_text("Alles is verwijderd: 2.")
    expect(reviews.get_by_role("button", name="Maak ongedaan")).to_be_focused()
    page.keyboard.press("Enter")
    expect(names(reviews)).to_have_count(2)


def test_two_tabs_show_the_same_list(context: BrowserContext, page: Page, site_url: str) -> None:
    """The list of one follows the other, and of one review the last that was kept stays."""
    reviews = opened(page, site_url)
    other = opened(context.new_page(), site_url)
    keep(reviews, "Vos", "10")
    expect(names(other)).to_have_text(["Vos"])
    act(other, "Open", "Vos")
    visits(other.page, "12")
    other.page.get_by_role("button", name="Bewaar opnieuw").click()
    expect(reviews.locator("[data-part=current]")).to_contain_text("gewijzigd")
    act(reviews, "Open", "Vos")
    expect(visits(page)).to_have_value("12")
    act(other, "Verwijder", "Vos")
    expect(names(reviews)).to_have_count(0)


@pytest.fixture
def without_storage(playwright: Playwright, site_url: str, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser whose owner blocked what sites keep."""
    (tmp_path / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked), encoding="utf-8")
    visit = playwright.chromium.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=FLAGS)
    page = visit.new_page()
    faults = watched(page, site_url)
    yield page
    visit.close()
    # What Material asks of the browser, for the colours of the page.
    assert [fault for fault in faults if "'localStorage'" not in fault] == []


def test_a_browser_that_keeps_nothing_says_so(without_storage: Page, site_url: str) -> None:
    """The file remains, and the figures too."""
    page = without_storage
    reviews = opened(page, site_url)
    expect(reviews.locator("[data-part=trouble]")).to_be_visible()
    visits(page, "10")
    reviews.get_by_role("button", name=KEEP).click()
    expect(said(reviews)).to_contain_text("Dat is niet gelukt")
    expect(visits(page)).to_have_value("10")
    with page.expect_download(timeout=START) as download:
        reviews.get_by_role("button", name="Opslaan als bestand").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["inputs"]["visits"]["value"] == "10"


def test_a_full_browser_says_so(page: Page, site_url: str) -> None:
    """The figures and the name stay, and are kept once there is room."""
    storage = page.context.new_cdp_session(page)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": site_url.rstrip("/"), "quotaSize": 1})
    reviews = opened(page, site_url)
    visits(page, "10")
    reviews.get_by_label("Naam", exact=True).fill("Bos")
    reviews.get_by_role("button", name=KEEP).click()
    expect(said(reviews)).to_contain_text("Dat is niet gelukt")
    expect(names(reviews)).to_have_count(0)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": site_url.rstrip("/")})
    reviews.get_by_role("button", name=KEEP).click()
    expect(names(reviews)).to_have_text(["Bos"])
    expect(visits(page)).to_have_value("10")


def test_what_cannot_be_read_is_not_in_the_way(page: Page, site_url: str) -> None:
    """It is told, the rest is there, and it can be thrown away."""
    reviews = opened(page, site_url)
    keep(reviews, "Vos", "10")
    write(page, {"x": {"name": 3}, "y": None, "z": "text"})
    page.reload()
    reviews = unfolded(page)
    expect(names(reviews)).to_have_text(["Vos"])
    expect(reviews.locator("[data-part=broken]")).to_contain_text("3")
    reviews.get_by_role("button", name="Verwijder wat niet te lezen is").click()
    expect(reviews.locator("[data-part=broken]")).to_be_hidden()
    expect(names(reviews)).to_have_text(["Vos"])


def test_many_reviews_are_found_by_name(page: Page, site_url: str) -> None:
    """A hundred of them, and long names, leave room for the rest on a phone too."""
    reviews = opened(page, site_url)
    keep(reviews, "Vos", "10")
    written = {"lang": "nl", "values": {"visits": "10"}, "written_in": {}}
    review = {"calculator": "account_review", "answer": {"nl": TEN_VISITS}, "written": written}
    write(page, {f"r{number}": {**review, "name": f"Klant {number}", "kept": number} for number in range(1, 100)})
    write(page, {"long": {**review, "name": "Lange naam " + "x" * 80, "kept": 10**13}})
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    reviews = unfolded(page)
    expect(names(reviews)).to_have_count(8)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    reviews.get_by_label("Zoek op naam").fill("klant 4")
    expect(names(reviews)).to_have_count(8)
    reviews.get_by_role("button", name="Toon alle 11").click()
    expect(names(reviews)).to_have_count(11)
    expect(reviews.get_by_role("button", name="Open: Klant 41")).to_be_focused()
    reviews.get_by_label("Zoek op naam").fill("")
    expect(names(reviews)).to_have_count(101)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []
    # An earlier edition asked no more than visits: the example is nobody's figure.
    act(reviews, "Open", "Klant 42")
    expect(visits(page)).to_have_value("10")
    expect(page.locator("#account_review--list_revenue")).to_have_value("")


def test_reviews_come_alive_after_instant_navigation(page: Page, site_url: str) -> None:
    """On a page that is shown without a new load, and again when a reader comes back to it."""
    page.goto(f"{site_url}calculators/")
    page.evaluate("window.loadedOnce = true")
    page.locator('.md-content a[href$="account_review/"]').first.click()
    keep(unfolded(page), "Vos", "10")
    page.locator("nav.md-nav a[href$='visit_cost/']").first.click()
    live(page, "visit_cost")
    page.locator("nav.md-nav a[href$='account_review/']").first.click()
    expect(names(unfolded(page))).to_have_text(["Vos"])
    assert page.evaluate("window.loadedOnce")
