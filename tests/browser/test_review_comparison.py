"""Two reviews side by side. Figures: the worked case of the page brings −€ 600; each visit costs € 250."""

import io

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import violations
from tests.browser.calculators.pages import START
from tests.browser.kept_reviews import keep, opened, said, unfolded, visits

LONG_NAME = "Vorig jaar, Installatiebedrijf Van der Heijden-Terpstra & Zonen Noordoost-Nederland B.V."


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
    expect(results.locator("tbody tr").first).to_have_text(
        "Contribution a year\u2212\u2060€1,600.00\u2212\u2060€600.00€1,000.00"
    )
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
