"""Figures behind the # of a link, and fragments that are no figures."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculators.catalogue import NAMES, declaration
from calculators.core.words import Lang
from tests.browser.calculators.pages import (
    ROOTS,
    START,
    answer,
    change,
    expect_answer,
    go_to,
    held_python,
    live,
    open_calculator,
    release,
    script_word,
    shown,
)

# Follows the link of each heading, and tells the figure in the form and whether a notice is seen once it arrived.
FOLLOW = """async (box) => {
  const told = [];
  for (const link of document.querySelectorAll("article :is(h2, h3) > a.headerlink")) {
    const arrived = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    link.click();
    await arrived;
    told.push([box.value, document.querySelector("[data-part=notice]").checkVisibility()]);
  }
  return told;
}"""


def test_a_link_to_a_heading_leaves_the_figures_alone(page: Page, site_url: str) -> None:
    """No heading of a calculator's page takes the figures away, also where it is called as a field is."""
    open_calculator(page, site_url, NAMES[0], "en")
    for name in NAMES:
        field, typed = change(name, "en", shown(go_to(page, name)))
        box = page.locator(f"#{name}--{field}")
        box.fill(typed)
        told = box.evaluate(FOLLOW)
        assert len(told) > 2
        assert [one for one in told if one != [typed, False]] == []
        for fragment in (field, f"{field}=1", "calculator", "~calculator"):
            page.evaluate("fragment => { location.hash = fragment }", fragment)
            assert box.input_value() == typed
    page.reload()
    live(page, NAMES[-1])
    assert box.input_value() == typed


@pytest.mark.parametrize("lang", ROOTS)
def test_a_copied_link_brings_the_same_answer(page: Page, context: BrowserContext, site_url: str, lang: Lang) -> None:
    """The link holds the figures behind the #, in sight of no server, and answers alike in both languages."""
    element = open_calculator(page, site_url, "discount_realignment", lang)
    page.fill("#discount_realignment--current_discount", "12,5%" if lang == "nl" else "12.5%")
    element.locator("[data-field=ladder] [data-action=add-row]").click()
    element.locator("[data-field=ladder] tbody tr").last.locator("input").first.fill("70000")
    element.locator("[data-field=ladder] tbody tr").last.locator("input").last.fill("25%")
    expect_answer(element, answer("discount_realignment", lang, shown(element)))
    element.locator("[data-action=copy-link]").click()
    expect(element.locator("[data-part=copied]")).not_to_be_empty()
    expect(page).to_have_url(re.compile("#~calculator=discount_realignment&"))
    assert urlsplit(page.url).query == ""
    typed, figures = shown(element), answer("discount_realignment", lang, shown(element))["main"]
    opened = context.new_page()
    opened.goto(page.url)
    other = live(opened, "discount_realignment")
    expect_answer(other, answer("discount_realignment", lang, typed))
    assert shown(other) == typed
    expect(other.locator("[data-part=notice]")).to_have_text(script_word("from_link", lang))
    second: Lang = "en" if lang == "nl" else "nl"
    switched = page.url.replace(f"{site_url}{ROOTS[lang]}", f"{site_url}{ROOTS[second]}")
    opened.goto("about:blank")
    opened.goto(switched)
    expect(other).to_have_attribute("data-answer", "answered", timeout=START)
    retyped = answer("discount_realignment", second, shown(other))
    expect_answer(other, retyped)
    assert retyped["main"]["text"].translate(str.maketrans(",.", ".,")) == figures["text"]


def test_a_link_of_the_first_edition_still_opens(page: Page, site_url: str) -> None:
    """Links that people kept bring the figures that they always brought."""
    rows = "0%3A0%3B10000%3A5%3B25000%3A10%252C5"
    fragment = f"#calculator=discount_realignment&lang=nl&current_discount=12%2C5%25&ladder={rows}"
    element = open_calculator(page, site_url, "discount_realignment", "nl", fragment)
    assert shown(element)["current_discount"] == "12,5%"
    assert shown(element)["ladder"] == [["0", "0"], ["10000", "5"], ["25000", "10,5"]]
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))


def test_a_link_shows_no_verdict_before_its_own(page: Page, context: BrowserContext, site_url: str) -> None:
    """Until Python answers, a link shows its figures with "being computed", to the eye and once to the ear."""
    held = held_python(context)
    fragment = "#~calculator=visit_cost&lang=en&revenue=1,000&visits=30"
    element = open_calculator(page, site_url, "visit_cost", "en", fragment)
    expect(element).to_have_attribute("data-answer", "waiting")
    expect(element.locator("[data-part=message]")).to_be_in_viewport()
    expect(page.locator("#visit_cost--revenue")).to_have_value("1,000")
    for part in ("head", "details", "example"):
        expect(element.locator(f"[data-part={part}]")).to_be_hidden()
    expect(element.locator("[data-part=head]")).to_have_attribute("aria-busy", "true")
    expect(element.locator("[data-part=message]")).to_have_text(script_word("computing", "en"))
    expect(element.locator("[data-part=status]")).to_contain_text(script_word("computing", "en"))
    expect(element.locator("[data-part=status]")).to_contain_text(script_word("from_link", "en"))
    expect(element.locator("[data-part=notice]")).not_to_contain_text(script_word("restored", "en"))
    release(context, held)
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    expect(element.locator("[data-part=head]")).to_have_attribute("aria-busy", "false")


def test_a_link_that_is_followed_on_the_page_takes_over_and_gives_back(page: Page, site_url: str) -> None:
    """The reader's own figures wait behind those of two links, also after a reload, and come back by a button."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "77,000")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    page.evaluate("location.hash = '~calculator=visit_cost&lang=en&revenue=54,321'")
    expect(page.locator("#visit_cost--revenue")).to_have_value("54,321")
    page.evaluate("location.hash = '~calculator=visit_cost&lang=nl&revenue=12.345'")
    expect(page.locator("#visit_cost--revenue")).to_have_value("12,345")
    page.reload()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("12,345", timeout=START)
    element.get_by_role("button", name=script_word("own_figures", "en")).click()
    expect(page.locator("#visit_cost--revenue")).to_have_value("77,000")
    assert urlsplit(page.url).fragment == ""


def test_what_a_link_says_badly_is_named_and_the_rest_counts(page: Page, site_url: str) -> None:
    """An unknown choice and an unknown field are named in the notice; no other choice is put in their place unsaid."""
    fragment = "#~calculator=cost_per_visit&lang=en&annual_pay=91,000&method=weeks&colour=red"
    element = open_calculator(page, site_url, "cost_per_visit", "en", fragment)
    legend = element.locator("[data-field=method] legend").inner_text()
    expect(element.locator("[data-part=notice]")).to_contain_text(legend)
    expect(element.locator("[data-part=notice]")).to_contain_text("colour")
    assert shown(element)["annual_pay"] == "91,000"
    expect(element.locator("[data-field=method] input:checked")).to_have_count(1)
    expect_answer(element, answer("cost_per_visit", "en", shown(element)))


def test_figures_that_are_refused_are_kept(page: Page, site_url: str) -> None:
    """Over-long texts and too many rows stand in the form, refused by a sentence, also after a reload."""
    most = declaration("discount_realignment").field("ladder").maximum_rows
    rows = [[str(number * 1000), str(number)] for number in range(most + 1)]
    long = "1" * 300
    linked = ";".join(":".join(row) for row in rows)
    fragment = f"#~calculator=discount_realignment&lang=en&current_discount={long}&ladder={linked}"
    element = open_calculator(page, site_url, "discount_realignment", "en", fragment)
    for _ in range(2):
        expect(element).to_have_attribute("data-answer", "refused", timeout=START)
        typed = shown(element)
        assert (typed["ladder"], typed["current_discount"]) == (rows, long)
        for field in ("ladder", "current_discount"):
            expect(element.locator(f"[data-field={field}] > .field-error")).to_be_visible()
        page.reload()
        live(page, "discount_realignment")


HOSTILE = (
    "lang=xx&revenue=1",
    "revenue=1.000",
    "lang=nl&__proto__=1&constructor=2",
    "lang=nl&evil=<img src=x onerror=alert(1)>",
    f"lang=nl&revenue={'9' * 120_000}",
)


@pytest.mark.parametrize("key", ["~calculator", "calculator"])
def test_a_hostile_link_shows_the_example_with_a_notice(page: Page, site_url: str, key: str) -> None:
    """A fragment that cannot be read is ignored, that is said, and nothing breaks."""
    # Broken escapes: a form of the first edition never wrote them, and read them as signs that are no number.
    for rest in (*HOSTILE, *(["lang=nl&revenue=%E0%A4%A"] if key == "~calculator" else [])):
        page.goto("about:blank")
        element = open_calculator(page, site_url, "visit_cost", "nl", f"#{key}=visit_cost&{rest}")
        expect(element.locator("[data-part=notice]")).to_contain_text(script_word("link_unreadable", "nl"))
        expect(element).to_have_attribute("data-answer", "example")
        expect(page.locator("#visit_cost--revenue")).to_have_value("60.000")
        expect(element.locator("img")).to_have_count(0)


def test_figures_of_an_earlier_link_are_not_said_to_come_from_one_that_cannot_be_read(
    page: Page, site_url: str
) -> None:
    """What stands in the form came with another link: beside one that cannot be read these are earlier figures."""
    held_python(page.context)
    open_calculator(page, site_url, "visit_cost", "nl", "#~calculator=visit_cost&lang=nl&revenue=12.345")
    page.goto("about:blank")
    element = open_calculator(page, site_url, "visit_cost", "nl", "#~calculator=visit_cost&lang=xx&revenue=1")
    said = [script_word(key, "nl") for key in ("link_unreadable", "restored")]
    expect(element.locator("[data-part=notice] > p")).to_have_text(" ".join(said))
    expect(page.locator("#visit_cost--revenue")).to_have_value("12.345")
