"""Kept reviews, as a manager uses them. Figures: the worked case of the page brings −€ 600; each visit costs € 250."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect
from pypdf import PdfReader

from calculators.core.words import Lang
from site_build.words import page_words
from tests.browser.accessibility import violations
from tests.browser.calculators.pages import ROOTS, START, live
from tests.browser.conftest import CHROMIUM, FLAGS, watched
from tests.test_command_line import run

SIX_VISITS, TEN_VISITS = "−€ 600,00", "−€ 1.600,00"
KEEP = "Bewaar op dit apparaat"
LONG_NAME = "Vorig jaar, Installatiebedrijf Van der Heijden-Terpstra & Zonen Noordoost-Nederland B.V."


def opened(page: Page, site_url: str, lang: Lang = "nl") -> Locator:
    """The kept reviews beside the account review, unfolded, with their list read."""
    page.goto(f"{site_url}{ROOTS[lang]}calculators/account_review/")
    return unfolded(page)


def unfolded(page: Page) -> Locator:
    """The kept reviews on the page that is shown."""
    live(page, "account_review")
    reviews = page.locator("kept-reviews")
    expect(reviews.locator("[data-part=loading]")).to_be_hidden()
    if reviews.locator("details").get_attribute("open") is None:
        reviews.locator("summary").click()
    return reviews


def visits(page: Page, number: str | None = None) -> Locator:
    """The field with the visits, and what is typed in it."""
    field = page.locator("#account_review--visits")
    if number is not None:
        field.fill(number)
    return field


def keep(reviews: Locator, name: str, number: str) -> None:
    """Keep the worked case with so many visits under a name."""
    visits(reviews.page, number)
    reviews.get_by_label(word("blocks", "name", reviews), exact=True).fill(name)
    reviews.get_by_role("button", name=word("blocks", "keep", reviews)).click()
    expect(names(reviews).filter(has_text=name)).to_have_count(1)


def word(section: str, key: str, reviews: Locator) -> str:
    """A word of the reviews, in the language of the page."""
    lang: Lang = "en" if "/en/" in reviews.page.url else "nl"
    return page_words(lang)[f"{section}.reviews.{key}"]


def names(reviews: Locator) -> Locator:
    """The names in the list."""
    return reviews.locator("[data-part=reviews] strong")


def act(reviews: Locator, what: str, name: str) -> None:
    """Press a button of one review."""
    reviews.get_by_role("button", name=f"{what}: {name}", exact=True).click()


def said(reviews: Locator) -> Locator:
    """The status line."""
    return reviews.get_by_role("status")


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
    expect(page.locator("#account_review--list_revenue")).to_have_value("12,000", timeout=START)
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


def write(page: Page, entries: dict[str, Any]) -> None:
    """Put something into the database of the reviews, as nobody does."""
    page.evaluate(
        """(entries) => new Promise((done) => {
            indexedDB.open("playbook-reviews").onsuccess = ({ target }) => {
                const change = target.result.transaction("reviews", "readwrite");
                for (const [id, value] of Object.entries(entries)) change.objectStore("reviews").put(value, id);
                change.oncomplete = done;
            };
        })""",
        entries,
    )


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


def test_a_review_with_a_fault_is_kept_too(page: Page, site_url: str) -> None:
    """What was typed is not lost, but there is no answer, no file and no comparison."""
    reviews = opened(page, site_url)
    keep(reviews, "Half af", "veel")
    expect(reviews.locator(".reviews-then")).to_contain_text("Bewaard op")
    reviews.get_by_role("button", name="Opslaan als bestand").click()
    expect(said(reviews)).to_contain_text("geen bestand", timeout=START)
    visits(page, "6")
    reviews.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(said(reviews)).to_contain_text("‘Half af’")
    expect(reviews.locator("[data-part=comparison]")).to_be_hidden()
    act(reviews, "Open", "Half af")
    expect(visits(page)).to_have_value("veel")


def test_a_file_goes_to_the_command_line_and_back(page: Page, site_url: str, tmp_path: Path) -> None:
    """It holds the same figures for a program as for a reader of the other language, and has a plain name."""
    reviews = opened(page, site_url)
    visits(page, "10")
    page.locator("#account_review--cost_per_shipment").fill("26,25")
    page.locator("#account_review--customer").fill("Café Zoë/<b>")
    with page.expect_download(timeout=START) as download:
        reviews.get_by_role("button", name="Opslaan als bestand").click()
    assert download.value.suggested_filename.startswith("Cafe-Zoe-b-20")
    file = tmp_path / "review.json"
    download.value.save_as(file)
    printed = json.loads(run("account_review", "--inputs", str(file), "--lang", "nl", "--json").stdout)
    assert printed["answers"]["contribution"]["value"] == "-1600.00"
    assert json.loads(file.read_text("utf-8")) == printed
    reviews = opened(page, site_url, "en")
    visits(page, "3")
    reviews.locator("input[type=file]").set_input_files(file)
    expect(visits(page)).to_have_value("10", timeout=START)
    expect(page.locator("#account_review--cost_per_shipment")).to_have_value("26.25")
    expect(page.locator("[data-part=notice]")).to_contain_text("review.json")
    page.get_by_role("button", name="Back to my own figures").click()
    expect(visits(page)).to_have_value("3")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_wrong_file_changes_nothing(page: Page, site_url: str, tmp_path: Path, lang: Lang) -> None:
    """It is said what is wrong, in the reader's language, and what to do."""
    reviews = opened(page, site_url, lang)
    visits(page, "10")
    answer = json.loads(run("account_review", "--json").stdout)
    wrong = {
        "no saved answer|geen opgeslagen antwoord": "{",
        "another calculator: Visit plan|andere rekenhulp: Bezoekplan": run("visit_plan", "--json").stdout,
        "newer version|nieuwere versie": json.dumps({**answer, "version": 2}),
        "too large|te groot": " " * 3_000_000 + json.dumps(answer),
        "Gross margin: |Brutomarge: ": json.dumps(
            {**answer, "inputs": {"gross_margin": {"value": "3", "unit": "fraction"}}}
        ),
    }
    for told, content in wrong.items():
        file = tmp_path / "file.json"
        file.write_text(content, encoding="utf-8")
        reviews.locator("input[type=file]").set_input_files(file)
        expect(said(reviews)).to_contain_text(told.split("|")[lang == "nl"], timeout=START)
        expect(said(reviews)).to_contain_text("file.json")
        expect(visits(page)).to_have_value("10")
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\x89PNG\0\xff" * 1000)
    reviews.locator("input[type=file]").set_input_files(picture)
    expect(said(reviews)).to_contain_text("picture.json")
    expect(visits(page)).to_have_value("10")


def test_two_reviews_are_compared(page: Page, site_url: str) -> None:
    """Last year against the form: computed now, with the difference, whatever language each was written in."""
    reviews = opened(page, site_url)
    keep(reviews, "Vos <b>2025", "10")
    page.locator("a.language-switch").click()
    reviews = unfolded(page)
    visits(page, "6")
    reviews.get_by_role("button", name="Compare", exact=True).click()
    compared = reviews.locator("[data-part=comparison]")
    expect(compared.locator("h3")).to_have_text("Vos <b>2025 beside The form now", timeout=START)
    expect(compared.locator("h3")).to_be_focused()
    # Four visits of € 250.
    inputs, results = compared.get_by_role("table").all()
    expect(inputs.locator("tbody tr")).to_have_text(["Visits a year10 visits6 visits−4 visits"])
    expect(results.locator("tbody tr").first).to_have_text("Contribution a year−€1,600.00−€600.00€1,000.00")
    expect(compared.locator("dt")).to_have_text(["Vos <b>2025", "The form now"])
    # It follows the form.
    visits(page, "x")
    expect(compared).to_contain_text("No result: “The form now”")
    visits(page, "7")
    expect(compared.locator("tbody tr").first).to_have_text("Visits a year10 visits7 visits−3 visits")
    assert violations(page) == []
    reviews.get_by_role("button", name="Close the comparison").click()
    expect(compared).to_be_hidden()
    reviews.get_by_label("Right, such as this year").select_option("Vos <b>2025")
    reviews.get_by_role("button", name="Compare", exact=True).click()
    expect(said(reviews)).to_contain_text("Choose something else")


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


def test_a_comparison_prints_on_one_sheet(page: Page, site_url: str) -> None:
    """Also where every figure differs and the names are long; nothing else of the page is on it."""
    reviews = opened(page, site_url)
    keep(reviews, LONG_NAME, "10")
    for field in page.locator("sales-calculator input[type=text]:visible").all():
        if (value := field.input_value().replace(".", "")).isdigit():
            field.fill(str(int(value) + 1))
    for name in ("calls", "cost_per_call"):
        page.locator(f"#account_review--{name}").fill("2")
    reviews.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(reviews.locator("[data-part=comparison] h3")).to_be_focused(timeout=START)
    assert reviews.locator("[data-part=compared] tbody tr").count() > 30
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Vergelijking afdrukken").click()
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1
    text = sheets[0].extract_text()
    for printed in ("Vorig jaar", "Het formulier nu", "Verschil", "Renteverlies", "Wat afscheid nemen"):
        assert printed in text
    for left_out in ("Bewaar op dit apparaat", "Waarvoor", "Sluit"):
        assert left_out not in text
