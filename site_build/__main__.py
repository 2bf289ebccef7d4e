"""Command line: `python -m site_build build` and `python -m site_build serve`."""

import argparse
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from site_build.addresses import published, read_addresses, with_new, write_addresses
from site_build.build import build, say
from site_build.errors import MendableError
from site_build.pages import PROJECT
from site_build.serve import running, site_application
from site_build.watch import watch

_DEFAULT_TARGET = PROJECT / "site"
_DEFAULT_PORT = 8000
_LAST_PORT = 65535


class NoSiteError(MendableError):
    """There is no built site in the folder that was named."""


def _port(text: str) -> int:
    """The number of a port."""
    if not text.isdecimal() or not 0 < int(text) <= _LAST_PORT:
        message = f"a port is a number from 1 to {_LAST_PORT}, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m site_build", description="Build the site, or serve it here.")
    commands = parser.add_subparsers(dest="command", required=True)
    build_command = commands.add_parser("build", help="build both languages, strict")
    build_command.add_argument("--target", type=Path, default=_DEFAULT_TARGET, help="folder to write (default: site)")
    build_command.add_argument("--site-url", help="address of the site's root (default: SITE_URL, or this machine)")
    serve_command = commands.add_parser("serve", help="build, then serve on this machine with the site's headers")
    serve_command.add_argument("--port", type=_port, default=_DEFAULT_PORT, help="port to listen on (default: 8000)")
    serve_command.add_argument("--watch", action="store_true", help="build again when a source file changes")
    serve_command.add_argument("--no-build", action="store_true", help="serve what was built before")
    serve_command.add_argument(
        "--target", type=Path, default=_DEFAULT_TARGET, help="folder of the site (default: site)"
    )
    addresses_command = commands.add_parser(
        "addresses", help="note the new pages and headings of a built site, so that they keep working"
    )
    addresses_command.add_argument(
        "--target", type=Path, default=_DEFAULT_TARGET, help="folder of the site (default: site)"
    )
    return parser


def _require_site(site: Path, otherwise: str) -> None:
    """Nothing, where a built site stands in the folder `site`.

    Raises:
        NoSiteError: with what to do.
    """
    if not (site / "_headers").is_file():
        message = f"There is no built site in {site}: {otherwise}."
        raise NoSiteError(message)


def _note_addresses(site: Path) -> None:
    """Add the pages and headings of a built site to the addresses that have to last."""
    _require_site(site, "build it first")
    known = read_addresses()
    noted = with_new(known, published(site))
    write_addresses(noted)
    say(f"{sum(map(len, noted.pages.values()))} headings on {len(noted.pages)} pages have an address that has to last.")


def _serve(options: argparse.Namespace) -> None:
    """Build unless told not to, and serve until interrupted."""
    if not options.no_build:
        build(options.target)
    else:
        _require_site(options.target, "leave out --no-build")
    if options.watch:
        watch(options.target, options.port, say)
        return
    with running(site_application(options.target), options.port) as address:
        say(f"Serving {address} and {address}en/ - stop with Ctrl+C")
        threading.Event().wait()


def _run(options: argparse.Namespace) -> None:
    """Do what the command line asks."""
    if options.command == "build":
        build(options.target.resolve(), site_url=options.site_url)
    elif options.command == "addresses":
        _note_addresses(options.target)
    else:
        options.target = options.target.resolve()
        _serve(options)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command: 0, or 1 after a message on standard error."""
    options = _parser().parse_args(arguments)
    try:
        _run(options)
    except MendableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        # A folder that may not be written, a full disk: the system says what, and a person can mend it.
        place = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"{place}{error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
