"""Checklists: the words of an item are the label of its box, also before a script runs and without one."""

import re
from typing import Final

from markdown.postprocessors import Postprocessor

from site_build.errors import MendableError

_ITEM: Final = re.compile(r'(<label class="task-list-control">.*?)</label>\s*(.*?)(?=</li>|<ul)', re.DOTALL)
_LOOSE: Final = re.compile(r'<p><label class="task-list-control">.*?</label>\s*(.*?)</p>', re.DOTALL)


class LooseListError(MendableError):
    """A checklist whose items are paragraphs, which no label can hold."""


class TaskLabels(Postprocessor):
    """The extension for task lists labels the box alone, and leaves the words beside it."""

    def run(self, text: str) -> str:
        """Take the words of each item into its label.

        Raises:
            LooseListError: blank lines around an item make it a paragraph.
        """
        if loose := _LOOSE.search(text):
            message = f"A checklist has blank lines around its item {loose[1]!r}: take them out."
            raise LooseListError(message)
        return _ITEM.sub(r'\1<span class="task-text">\2</span></label>', text)
