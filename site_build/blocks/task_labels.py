"""Checklists: the words of an item are the label of its box, also before a script runs and without one."""

import re
from typing import Final

from markdown.postprocessors import Postprocessor

_ITEM: Final = re.compile(r'(<label class="task-list-control">.*?)</label>\s*(.*?)(?=</li>|<ul)', re.DOTALL)


class TaskLabels(Postprocessor):
    """The extension for task lists labels the box alone, and leaves the words beside it."""

    def run(self, text: str) -> str:
        """Take the words of each item into its label."""
        return _ITEM.sub(r'\1<span class="task-text">\2</span></label>', text)
