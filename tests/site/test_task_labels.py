"""The items of checklists, as the build writes them."""

import re

import pytest
from markdown import Markdown

from site_build.blocks.task_labels import LooseListError, TaskLabels


def _html(text: str) -> str:
    """The HTML of a Markdown text with checklists, made as the site makes them."""
    markdown = Markdown(
        extensions=["pymdownx.tasklist"], extension_configs={"pymdownx.tasklist": {"custom_checkbox": True}}
    )
    markdown.postprocessors.register(TaskLabels(markdown), "task-labels", 10)
    return markdown.convert(text)


def test_words_of_an_item_are_its_label() -> None:
    """All words stand in the label, with their marks; the list under an item stays outside it."""
    html = _html("- [ ] Call *first*\n- [ ] Visit\n    - [ ] Prepare")
    assert '<span class="task-text">Call <em>first</em></span></label></li>' in html
    assert re.search(r'<span class="task-text">Visit\s*</span></label>\s*<ul', html)
    assert '<span class="task-text">Prepare</span></label></li>' in html


def test_loose_item_is_a_fault_that_a_writer_can_mend() -> None:
    """A paragraph may stand in no label: the build names the item."""
    with pytest.raises(LooseListError, match="Call first"):
        _html("- [ ] Call first\n\n- [ ] Visit")
