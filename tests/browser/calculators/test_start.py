"""How Python starts: from what the device keeps or from the image of the build, and whole where that does not do.

Whatever is wrong with what was kept, a reader gets the right answer, and sees no more of it than that it takes longer.
"""

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.calculators.kept_image import KeptImage, kept_image, wait_until_kept
from tests.browser.calculators.pages import (
    START,
    answer,
    expect_answer,
    go_to,
    held_python,
    open_calculator,
    release,
    shown,
)

IMAGE: Final = "python.image"
COMPLETE: Final = "/complete-"
RARE: Final = "7654321"
# Where a visit that keeps something has let go of it again.
LET_GO: Final = """(patience) => {
  const plain = CacheStorage.prototype.delete;
  globalThis.letGo = new Promise((resolve) => {
    CacheStorage.prototype.delete = function (name) { resolve(name); return plain.call(this, name); };
    setTimeout(resolve, patience, 'nothing');
  });
}"""
Damage = Callable[[KeptImage], KeptImage]
DAMAGES: Final[dict[str, Damage]] = {
    "a flipped byte": lambda kept: kept.changed(
        kept.content[:5_000_000] + bytes([kept.content[5_000_000] ^ 1]) + kept.content[5_000_001:]
    ),
    "half of it": lambda kept: kept.changed(kept.content[: len(kept.content) // 2]),
    "nothing": lambda kept: kept.changed(b""),
}


@pytest.fixture(scope="module")
def kept(browser: Browser, site_url: str) -> KeptImage:
    """What a first visit leaves on a device."""
    visit = browser.new_context()
    page = visit.new_page()
    page.set_default_timeout(START)
    open_calculator(page, site_url, "visit_cost")
    found = kept_image(page)
    visit.close()
    return found


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """Which files of Python this visit asks for, from the network or from what the browser kept."""
    found: list[str] = []
    context.on("request", lambda request: found.append(request.url) if "/runtime/" in request.url else None)
    return found


def _expect_own_answer(page: Page, site_url: str) -> None:
    """A reader who comes to a calculator and types gets the right answer, and no message."""
    _expect_answer_to_typing(open_calculator(page, site_url, "visit_cost"))


def _expect_answer_to_typing(element: Locator) -> None:
    element.page.fill("#visit_cost--visits", "12")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    expect(element.locator(".calculator-retry")).to_have_count(0)
    expect(element.locator("[data-part=python]")).to_be_empty()


def _files(asked: list[str], text: str) -> list[str]:
    return [address for address in asked if text in address]


def test_a_return_visit_starts_from_what_the_first_one_kept(page: Page, asked: list[str], site_url: str) -> None:
    """The first one fetches the image and nothing of the complete Python; the second one not even the image."""
    page.set_default_timeout(START)
    _expect_own_answer(page, site_url)
    assert len(_files(asked, IMAGE)) == 1
    wait_until_kept(page)
    assert _files(asked, COMPLETE) == []
    asked.clear()
    _expect_own_answer(page, site_url)
    assert asked != []
    assert _files(asked, IMAGE) + _files(asked, COMPLETE) == []


def test_a_kept_image_does_in_another_tab(
    page: Page, context: BrowserContext, asked: list[str], kept: KeptImage, site_url: str
) -> None:
    """Sound, as the first visit left it: so what the tests below change in it is what makes the difference."""
    kept.put(context, site_url)
    _expect_own_answer(page, site_url)
    assert _files(asked, IMAGE) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_image_is_not_believed(  # noqa: PLR0913, PLR0917 (what pytest hands over)
    page: Page, context: BrowserContext, asked: list[str], kept: KeptImage, site_url: str, name: str
) -> None:
    """Python starts as on a first visit, and leaves a sound one in its place."""
    page.set_default_timeout(START)
    DAMAGES[name](kept).put(context, site_url)
    _expect_own_answer(page, site_url)
    assert len(_files(asked, IMAGE)) == 1
    assert _files(asked, COMPLETE) == []


def test_an_image_that_python_does_not_run_from_is_let_go(
    page: Page, context: BrowserContext, asked: list[str], kept: KeptImage, site_url: str
) -> None:
    """Where only running it tells, the complete Python answers; the next visit starts as a first one."""
    half = kept.content[: len(kept.content) // 2] + bytes(len(kept.content) - len(kept.content) // 2)
    kept.changed(half, is_signed=True).put(context, site_url)
    _expect_own_answer(page, site_url)
    assert len(_files(asked, COMPLETE)) == 2  # noqa: PLR2004 (interpreter and library)
    asked.clear()
    _expect_own_answer(page, site_url)
    assert len(_files(asked, IMAGE)) == 1
    assert _files(asked, COMPLETE) == []


def test_an_image_of_another_build_gives_way(
    page: Page, context: BrowserContext, asked: list[str], kept: KeptImage, site_url: str
) -> None:
    """It is not even read, and it goes when the one of this build is kept."""
    page.set_default_timeout(START)
    other = KeptImage(f"{kept.cache}0", kept.url, kept.note, b"other", kept.hash)
    other.put(context, site_url)
    _expect_own_answer(page, site_url)
    assert len(_files(asked, IMAGE)) == 1
    page.wait_for_function("async (mine) => String(await caches.keys()) === mine", arg=kept.cache)


def test_a_full_disk_keeps_nothing(page: Page, context: BrowserContext, asked: list[str], site_url: str) -> None:
    """Not half an image either; and both visits are answered."""
    session = context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": site_url.rstrip("/"), "quotaSize": 1_000_000})
    with page.expect_event("worker", lambda worker: "python-worker" in worker.url) as started:
        element = open_calculator(page, site_url, "visit_cost")
    started.value.evaluate(LET_GO, START)
    _expect_answer_to_typing(element)
    assert started.value.evaluate("letGo").startswith("python-image-")
    page.wait_for_function("async () => (await caches.keys()).length === 0")
    asked.clear()
    _expect_own_answer(page, site_url)
    assert len(_files(asked, IMAGE)) == 1


def test_a_visit_may_end_while_it_keeps_something(context: BrowserContext, page: Page, site_url: str) -> None:
    """The next one finds something whole, or nothing."""
    other = context.new_page()
    other.set_default_timeout(START)
    open_calculator(other, site_url, "visit_cost")
    other.wait_for_function("async () => (await caches.keys()).length > 0", polling=10)
    other.close()
    _expect_own_answer(page, site_url)


def test_two_tabs_start_at_once(context: BrowserContext, page: Page, asked: list[str], site_url: str) -> None:
    """Both answer and keep, and a third one starts from what they leave."""
    tabs = [context.new_page() for _ in range(2)]
    for tab in tabs:
        tab.set_default_timeout(START)
        tab.goto(f"{site_url}calculators/visit_cost/", wait_until="commit")
    for tab in tabs:
        _expect_own_answer(tab, site_url)
        wait_until_kept(tab)
    for tab in tabs:
        tab.close()
    asked.clear()
    _expect_own_answer(page, site_url)
    assert _files(asked, IMAGE) == []


def test_what_is_kept_holds_no_figure_of_the_reader(page: Page, site_url: str) -> None:
    """It was taken before the first question, though it is kept after that."""
    page.set_default_timeout(START)
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", RARE)
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    content = kept_image(page).content
    assert b"visit_cost" in content
    for text in (RARE, "7,654,321"):
        for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
            assert text.encode(encoding) not in content


def test_what_is_typed_before_python_is_there_is_answered(page: Page, context: BrowserContext, site_url: str) -> None:
    """However early: it stays, and is answered when Python is ready."""
    held = held_python(context)
    element = open_calculator(page, site_url, "visit_cost")
    page.fill("#visit_cost--visits", "12")
    expect(element).to_have_attribute("data-answer", "waiting")
    release(context, held)
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    expect(page.locator("#visit_cost--visits")).to_have_value("12")


def test_one_worker_serves_a_visit(page: Page, site_url: str) -> None:
    """Also the one that started before the scripts of the page; instant navigation starts no other."""
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    _expect_own_answer(page, site_url)
    element = go_to(page, "late_payment")
    page.fill("#late_payment--revenue", "1.460.000,00")
    expect_answer(element, answer("late_payment", "nl", shown(element)))
    assert len([url for url in workers if "python-worker" in url]) == 1
