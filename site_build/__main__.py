"""Command line: `python -m site_build build` and `python -m site_build serve`."""

import argparse
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from site_build.addresses import published, read_addresses, with_new, write_addresses
from site_build.build import PROJECT, BuildFailedError, build, say
from site_build.serve import PortTakenError, running, site_application
from site_build.watch import watch

_DEFAULT_TARGET = PROJECT / "site"
_DEFAULT_PORT = 8000


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m site_build", description="Build the site, or serve it here.")
    commands = parser.add_subparsers(dest="command", required=True)
    build_command = commands.add_parser("build", help="build both languages, strict")
    build_command.add_argument("--target", type=Path, default=_DEFAULT_TARGET, help="folder to write (default: site)")
    build_command.add_argument("--site-url", help="address of the site's root (default: SITE_URL, or this machine)")
    serve_command = commands.add_parser("serve", help="build, then serve on this machine with the site's headers")
    serve_command.add_argument("--port", type=int, default=_DEFAULT_PORT, help="port to listen on (default: 8000)")
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


def _note_addresses(site: Path) -> None:
    """Add the pages and headings of a built site to the addresses that have to last."""
    if not (site / "index.html").exists():
        message = f"There is no built site in {site}: build it first."
        raise BuildFailedError(message)
    known = read_addresses()
    noted = with_new(known, published(site))
    write_addresses(noted)
    say(f"{sum(map(len, noted.pages.values()))} headings on {len(noted.pages)} pages have an address that has to last.")


def _serve(options: argparse.Namespace) -> None:
    """Build unless told not to, and serve until interrupted."""
    if not options.no_build:
        build(options.target)
    elif not (options.target / "_headers").exists():
        message = f"There is no built site in {options.target}: leave out --no-build."
        raise BuildFailedError(message)
    if options.watch:
        watch(options.target, options.port, say)
        return
    with running(site_application(options.target), options.port) as address:
        say(f"Serving {address} and {address}en/ - stop with Ctrl+C")
        threading.Event().wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 after a message on standard error."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "build":
            build(options.target.resolve(), site_url=options.site_url)
        elif options.command == "addresses":
            _note_addresses(options.target)
        else:
            options.target = options.target.resolve()
            _serve(options)
    except (BuildFailedError, PortTakenError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
