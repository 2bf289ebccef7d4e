"""A browser of WebKitGTK that a WebDriver drives and that keeps its profile; Debian's own forgets it under a driver.

Run by Debian's Python, which has WebKitGTK, with the folder of the profile. Selenium asks for it as "MiniBrowser".
"""

import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 (their versions have to be named before)


def main(profile: str) -> None:
    """Open a window for each session that a driver starts, until the driver ends this program."""
    kept = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache")
    context = WebKit2.WebContext.new_with_website_data_manager(kept)
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)

    def opened(_session: Any) -> Any:
        view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
        window = Gtk.Window(default_width=1280, default_height=900)
        window.add(view)
        window.show_all()
        return view

    def started(_context: Any, session: Any) -> None:
        told = WebKit2.ApplicationInfo()
        told.set_name("MiniBrowser")
        session.set_application_info(told)
        session.connect("create-web-view", opened)

    context.set_automation_allowed(True)
    context.connect("automation-started", started)
    Gtk.main()


main(sys.argv[1])
