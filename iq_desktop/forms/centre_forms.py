"""The form of the centre's letterhead."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.centre import Centre, Wording
from iq_desktop.domain.holiday import Land
from iq_desktop.forms.vocabulary import Form, choice, line, section
from iq_desktop.wording.text import say

CENTRE_FORM: Final = Form(
    Centre,
    (
        section(
            say("Letterhead"),
            line("name", say("Name of the centre"), hint=say("As it stands on letters and certificates"), wide=True),
            line("street", say("Street and number"), wide=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
        ),
    ),
)
"""What is asked at the first start."""

LETTER_FORM: Final = Form(
    Centre,
    (
        *CENTRE_FORM.sections,
        section(
            say("On letters and certificates"),
            line("run_by", say("Organisation behind the centre"), hint=say("It stands below the name"), wide=True),
            line("website", say("Website"), wide=True),
            line("credit", say("Who funds it"), hint=say("The sentence that funders ask for"), wide=True),
            line("signs_as", say("Below the adviser's signature"), hint=say("For example: adviser")),
            line("second_signature", say("Second signature"), hint=say("For example: head of the centre")),
            choice("wording", say("How clients are addressed on paper"), Wording, needs_answer=True),
        ),
        section(
            say("Periods and public holidays"),
            choice("land", say("Land of the centre"), Land, hint=say("New procedures begin with it")),
        ),
        section(
            say("Documentation NIQ"),
            line("niq_id", say("Number of the centre in NIQ"), hint=say("It stands in every record that is reported")),
        ),
    ),
)
"""What is set about paper, with the letterhead."""
