"""Lighthouse scores, mobile, of a chapter, a calculator and home: `python -m benchmarks.lighthouse`."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from site_build.build import build
from site_build.serve import running, site_application

VERSION = "12.8.2"
PAGES = ("accounts/late-payment/", "en/calculators/visit_cost/", "")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"


def main() -> None:
    """Build, serve and let Lighthouse look at each page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(site)
        with running(site_application(site)) as root:
            for path in PAGES:
                report = Path(folder) / "report.json"
                subprocess.run(  # noqa: S603 - fixed arguments
                    [  # noqa: S607 - npx comes with Node
                        "npx",
                        "--yes",
                        f"lighthouse@{VERSION}",
                        root + path,
                        "--quiet",
                        "--output=json",
                        f"--output-path={report}",
                        f"--only-categories={','.join(CATEGORIES)}",
                        f"--chrome-flags={FLAGS}",
                    ],
                    check=True,
                    env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"},
                )
                _print(path or "/", json.loads(report.read_text(encoding="utf-8")))


def _print(path: str, found: dict[str, dict[str, dict[str, object]]]) -> None:
    scores = " / ".join(f"{float(str(found['categories'][name]['score'])) * 100:.0f}" for name in CATEGORIES)
    print(f"{path:<30} {scores}  ({', '.join(CATEGORIES)})")
    figures = ", ".join(f"{name} {found['audits'][name]['displayValue']}" for name in FIGURES)
    print(f"{'':<30} {figures}")
    for name, audit in found["audits"].items():
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary":
            print(f"{'':<30} fails: {name}")


if __name__ == "__main__":
    main()
