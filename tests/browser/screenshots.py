"""Screenshots of what a reader meets, to be looked at one by one: `python -m tests.browser.screenshots FOLDER`.

Each page and each state of a calculator, on a phone, a laptop and a wide screen, in both schemes and both languages.
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.chromium import CHROMIUM
from calculators.core.words import Lang
from site_build.build import build
from site_build.serve import running, site_application
from tests.browser.calculators.pages import ROOTS, START
from tests.browser.calculators.states import STATES
from tests.browser.conftest import FLAGS

PAGES: Final = {
    "home": "",
    "manager": "roles/manager/",
    "chapter": "conversation/price-and-discount/",
    "drill": "training/price-objection/",
    "worksheet": "worksheets/top-five-account-plan/",
}
SIZES: Final = {390: 844, 1366: 768, 1920: 1080}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
Reach = Callable[[Page, str, Lang], object]


def main() -> None:
    """Build the site, and write each screenshot as `<what>-<language>-<width>-<scheme>.png`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="the one page or state to draw")
    parser.add_argument("--whole", action="store_true", help="draw pages to their ends")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    site = options.folder / "site"
    build(site)
    with running(site_application(site)) as root, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for (what, reach), lang, width, scheme in product(_subjects(), ROOTS, SIZES, SCHEMES):
            if options.only not in {None, what}:
                continue
            page = _page(browser, width, scheme)
            reach(page, root, lang)
            page.screenshot(
                path=options.folder / f"{what}-{lang}-{width}-{scheme}.png",
                full_page=options.whole,
                animations="disabled",
            )
            page.context.close()
        browser.close()


def _subjects() -> Iterator[tuple[str, Reach]]:
    for name, path in PAGES.items():
        yield name, _opened(path)
    yield "visit_plan", _visit_plan
    for state, reach in STATES.items():
        yield f"calculator_{state}", reach


def _opened(path: str) -> Reach:
    def reach(page: Page, root: str, lang: Lang) -> None:
        page.goto(f"{root}{ROOTS[lang]}{path}")
        page.wait_for_load_state("networkidle")

    return reach


def _visit_plan(page: Page, root: str, lang: Lang) -> None:
    _opened("calculators/visit_plan/")(page, root, lang)
    page.locator("#visit_plan-calculator input:not([readonly])").nth(2).fill("20")
    expect(page.locator("#visit_plan-calculator")).to_have_attribute("data-answer", "answered", timeout=START)


def _page(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme=scheme,
        has_touch=width == min(SIZES),
        reduced_motion="reduce",
    )
    return context.new_page()


if __name__ == "__main__":
    main()
