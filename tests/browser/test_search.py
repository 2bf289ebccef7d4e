"""Search in both languages: words in other forms, what customers say, words of the trade, and key by key."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculators.core.words import LANGS, Lang
from site_build.search_words import customer_phrases, trade_words

SEARCHES = {
    "": [
        ("verkopers", "verkoper"),
        ("kansen", "kans"),
        ("kortingen", "korting"),
        ("klanten", "klant"),
        ("bezwaren", "bezwaar"),
        ("afspraken", "afspraak"),
    ],
    "en/": [
        ("customers", "customer"),
        ("discounts", "discount"),
        ("objections", "objection"),
        ("visits", "visit"),
        ("companies", "company"),
        ("company", "companies"),
        ("closes", "closing"),
        # A word that starts many others, some of them with digits near: see keepNodesApart in search-words.js.
        ("years", "year"),
    ],
}


def _count(page: Page, word: str) -> int:
    """How many pages a search for the word finds."""
    field, told = page.locator("[data-md-component=search-query]"), page.locator(".md-search-result__meta")
    # Material listens to keys: one key after the whole word, so that it is asked once.
    field.fill("")
    field.press("End")
    expect(told).not_to_have_text(re.compile(r"\d"))
    field.fill(word)
    field.press("End")
    expect(told).to_have_text(re.compile(r"\d"))
    found = re.search(r"\d+", told.inner_text())
    return int(found[0]) if found else 0


@pytest.mark.parametrize("root", SEARCHES)
def test_search_finds_the_other_form_of_a_word(page: Page, site_url: str, root: str) -> None:
    """A search for one form of a word finds every page that a search for the other form finds."""
    page.goto(f"{site_url}{root}")
    page.locator("[data-md-component=search-query]").click()
    for one, other in SEARCHES[root]:
        expected = _count(page, other)
        assert expected >= 2, other
        assert _count(page, one) >= expected, one


def _pages_found(page: Page) -> list[str]:
    """The pages of the first three results."""
    items = page.locator(".md-search-result__item")
    links = [items.nth(at).locator(".md-search-result__link").first for at in range(min(3, items.count()))]
    return [urlsplit(str(link.get_attribute("href"))).path for link in links]


@pytest.mark.parametrize("lang", LANGS)
def test_search_finds_the_page_in_the_words_of_a_customer(page: Page, site_url: str, lang: Lang) -> None:
    """Thirty sentences and more, as customers say them: the page that answers each is among the first three."""
    assert _not_found(page, _search(page, site_url, lang), customer_phrases(lang), 30) == []


@pytest.mark.parametrize("lang", LANGS)
def test_search_finds_the_page_by_words_of_the_trade(page: Page, site_url: str, lang: Lang) -> None:
    """Forty words and more that readers bring along: the page that each should find is among the first three."""
    assert _not_found(page, _search(page, site_url, lang), trade_words(lang), 40) == []


def _search(page: Page, site_url: str, lang: Lang) -> str:
    """The path of the language's site, with search open."""
    root = "" if lang == "nl" else "en/"
    page.goto(f"{site_url}{root}")
    page.locator("[data-md-component=search-query]").click()
    return root


def _not_found(page: Page, root: str, typed: list[tuple[str, str]], fewest: int) -> list[str]:
    """The phrases, at least `fewest`, that do not find their page."""
    assert len({phrase for _, phrase in typed}) >= fewest
    missed: list[str] = []
    for location, phrase in typed:
        _count(page, phrase)
        if f"/{root}{location.split('#')[0]}" not in _pages_found(page):
            missed.append(f"{phrase!r} does not find {location}")
    return missed


@pytest.mark.parametrize(
    ("lang", "typed", "location"),
    [
        ("nl", "jullie zijn veel te duur", "conversation/price-and-discount/#too-expensive"),
        ("nl", "dat moet ik nog overleggen", "conversation/closing/#has-to-discuss"),
        ("nl", "ik heb een klacht", "beyond/complaint/"),
        ("nl", "prijsverhoging", "beyond/price-increase/"),
        ("nl", "staffelkorting", "accounts/discount-realignment/"),
        ("en", "you're far too expensive", "conversation/price-and-discount/#too-expensive"),
        ("en", "we already have a supplier", "new-business/prospecting/#has-a-supplier"),
        ("en", "objection", "conversation/price-and-discount/"),
        ("en", "pipeline", "beyond/qualification/"),
        ("en", "statutory interest", "calculators/statutory_interest/"),
    ],
)
def test_answer_comes_first_as_a_reader_types(page: Page, site_url: str, lang: Lang, typed: str, location: str) -> None:
    """Key by key, and then Enter goes there."""
    root = _search(page, site_url, lang)
    address, _, place = location.partition("#")
    query = page.locator("[data-md-component=search-query]")
    query.press_sequentially(typed)
    first = page.locator(".md-search-result__item").first.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(rf"/{root}{address}\?h=[^=]*"))
    query.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{root}{address}(\?[^#]*)?(#.*)?$"))
    if place:
        expect(page.locator(f"#{place}")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("lang", "typed", "crowd"),
    [
        ("nl", "bezwaar", 3),
        ("nl", "klant", 5),
        ("nl", "korting", 2),
        ("nl", "offerte", 3),
        ("en", "objection", 3),
        ("en", "customer", 5),
        ("en", "discount", 2),
        ("en", "quotation", 3),
    ],
)
def test_calculators_leave_words_of_talk_to_chapters(
    page: Page, site_url: str, lang: Lang, typed: str, crowd: int
) -> None:
    """However long their pages are: none of the first results is one."""
    _search(page, site_url, lang)
    assert _count(page, typed) >= crowd
    links = page.locator(".md-search-result__item > .md-search-result__link:first-child")
    found = [str(links.nth(at).get_attribute("href")) for at in range(crowd)]
    assert [address for address in found if "/calculators/" in address] == []


@pytest.mark.parametrize(("lang", "words"), [("nl", ["de", "wat ik"]), ("en", ["and", "the of"])])
def test_common_words_find_nothing_inside_other_words(page: Page, site_url: str, lang: Lang, words: list[str]) -> None:
    """Alone they say nothing, and so they find nothing."""
    _search(page, site_url, lang)
    for word in words:
        page.locator("[data-md-component=search-query]").fill(word)
        page.locator("[data-md-component=search-query]").press("End")
        expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_home_leads_to_the_answer_on_a_phone(page: Page, site_url: str) -> None:
    """The first screen holds a search field and sentences of customers, and each is one tap from what to say."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}en/")
    field = page.get_by_role("searchbox", name="Search the playbook")
    expect(field).to_be_in_viewport(ratio=1)
    tile = page.get_by_role("link", name="“Your competitor is 5% cheaper.”")
    expect(tile).to_be_in_viewport(ratio=1)
    field.press_sequentially("too exp")
    query = page.locator("[data-md-component=search-query]")
    expect(query).to_be_focused()
    expect(query).to_have_value("too exp")
    expect(page.locator(".md-search-result__item").first).to_contain_text("What are you comparing it with?")
    query.press("Enter")
    expect(page.locator("p#too-expensive")).to_be_in_viewport(ratio=1)
    page.go_back()
    tile.click()
    expect(page.locator("p#competitor-cheaper")).to_be_in_viewport(ratio=1)


def test_enter_without_a_result_stays_in_search(page: Page, site_url: str) -> None:
    """Nothing is sent, and no fault is logged."""
    page.goto(f"{site_url}en/")
    query = page.locator("[data-md-component=search-query]")
    query.fill("zzzz")
    query.press("Enter")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    expect(query).to_have_value("zzzz")


def test_way_back_from_search_can_be_seen_on_a_phone(page: Page, site_url: str) -> None:
    """On a narrow screen the arrow out of search is as dark as the cross beside it, not white on near-white."""
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(site_url)
    page.locator("label.md-header__button[for=__search]").click()
    field = page.locator("[data-md-component=search-query]")
    field.fill("x")
    cross = page.locator(".md-search__options button[type=reset]")
    expect(cross).to_be_visible()
    expect(page.locator(".md-search__input + .md-search__icon")).to_have_css(
        "color", cross.evaluate("element => getComputedStyle(element).color")
    )


def test_search_fetches_its_pages_when_asked_and_again_after_a_failure(context: BrowserContext, site_url: str) -> None:
    """Nobody who does not search fetches the pages or the engine; a download that failed is tried again."""
    page = context.new_page()
    asked: list[str] = []
    engine = re.compile(r"/search/pages\.json|/workers/search\.|/lunr/")
    context.on("request", lambda request: asked.append(request.url) if engine.search(request.url) else None)
    context.route("**/search/pages.json", lambda route: route.abort(), times=1)
    page.goto(f"{site_url}en/")
    field, told = page.locator("[data-md-component=search-query]"), page.locator(".md-search-result__meta")
    field.click()
    expect(told).to_have_text("Type to start searching")
    assert asked == []
    with page.expect_event("requestfailed"):
        field.press_sequentially("d")
    field.press_sequentially("iscount")
    expect(told).to_have_text(re.compile(r"\d"))
    assert [address for address in asked if "/workers/search." in address]
