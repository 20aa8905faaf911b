"""Simple wording of what a client reads: for each text that is not simple already the one that takes its place."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.documents.blocks import Typed
from iq_desktop.domain.centre import Wording
from iq_desktop.domain.drawing import Drawing
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document

SIMPLE: Final = (
    (say("Signature of the client"), say("You sign here")),
    (say("Signature of the adviser"), say("The counselling centre signs here")),
    # competence profile
    (say("Strengths at a glance"), say("What you are good at")),
    (say("Competences one by one"), say("What you can do")),
    (say("Own view"), say("You say")),
    (say("Adviser's view"), say("We say")),
    (say("What the steps and the evidence mean"), say("What the boxes and the dots mean")),
    (say("No competence was rated yet."), say("We have not talked about what you can do yet.")),
    (
        say("This profile is no official recognition of a qualification."),
        say("This sheet shows what you can do. It is no recognition by an office."),
    ),
    (
        say("They are no test, no diagnosis and no mark. They say what was told and seen in the counselling."),
        say("This was no test. There are no marks. You see what we talked about."),
    ),
    (
        say("Views stand beside each other; nothing was averaged. Sums cannot be compared between people."),
        say("Both views stand here. Please do not compare the numbers with those of other people."),
    ),
    (
        say("Rests on {answered} of {of} answers.", answered="", of=""),
        say("Answered: {answered} of {of} questions.", answered="", of=""),
    ),
    # my German courses
    (
        say("This sheet is no promise. The offices decide, and the placement test."),
        say("Nothing here is promised. The offices decide. A test shows your level."),
    ),
    (say("Who signs"), say("Ask here first")),
    # life line, language passport
    (
        say("This sheet says what the person told. It is no proof."),
        say("You have told us this. This sheet is no proof."),
    ),
    (
        say("This passport is no language certificate. It says who assessed what."),
        say("This sheet shows your languages. It is no certificate."),
    ),
    (say("Each row says who assessed it. Nothing was averaged."), say("Each row says who said it.")),
    (say("Who assessed it when, and what proves it"), say("Who said it, and which paper there is")),
    (
        say("This sheet tells what was noted in the counselling. It is no certificate and no assessment."),
        say("We wrote this down in our talks. It is no certificate."),
    ),
    (
        say("Little was noted so far. So a change cannot be shown yet."),
        say("We have not written down much yet. So you see no change here."),
    ),
    # support plan, checklist, receipts
    (
        say("This agreement is no decision of an office. Both sides can change it together."),
        say("This agreement does not come from an office. We can change it together."),
    ),
    (
        say("Both sides want to keep to it. If something changes, we talk about it."),
        say("You do your steps. We do our steps. Does something change? Please tell us."),
    ),
    (say("The goal"), say("What you want")),
    (
        say("This plan is no decision of an office. Both sides can change it together."),
        say("This plan does not come from an office. We can change it together."),
    ),
    (
        say("Both sides are responsible for the steps. If something changes, we talk about it."),
        say("You do your steps. We do our steps. Does something change? Please tell us."),
    ),
    (
        say("Rules as of {day}. The offices decide.", day=""),
        say("These rules held on {day}. The office decides.", day=""),
    ),
    (say("None of the grounds of access applies."), say("No rule fits to you now.")),
    (
        say("Periods by law, as of {day}. Public holidays were not checked.", day=""),
        say("We counted the days by the law of {day}. We did not look at public holidays.", day=""),
    ),
    (
        say("The office that decides says which papers it needs. This list is no decision."),
        say("The office says which papers it needs. This list only helps you."),
    ),
    (
        say("Of certificates, translations and the identity paper nothing is missing."),
        say("You have all certificates, all translations and your identity paper."),
    ),
    (say("Each side keeps one copy of this receipt."), say("You keep one sheet. We keep one sheet.")),
    (
        say("Other papers still lie at the centre: {count}.", count=""),
        say("We still have other papers of yours: {count}.", count=""),
    ),
    # cost plan
    (
        say("This plan is no promise. The offices decide who pays, and how much it costs."),
        say("Nobody promises you this. The offices say who pays and how much."),
    ),
    (say("First the grant, then the application!"), say("First ask for the money. Then send the application!")),
    (
        say("You can perhaps get money for the recognition. Apply for it first. Only then send the application."),
        say("Perhaps somebody pays for you. Ask for it first. Wait for the answer. Then send the application."),
    ),
    (say("to be checked"), say("not sure yet")),
    (say("about {amount}, to be checked", amount=""), say("about {amount}, not sure yet", amount="")),
    (
        say("“About” means: nobody has checked it yet. Usual amounts as of {day}.", day=""),
        say("“About” means: we do not know it for sure. Usual amounts, as of {day}.", day=""),
    ),
    (say("The sums"), say("How much it is in all")),
    (say("Own share"), say("You pay")),
    (say("Waits for an answer"), say("No answer yet")),
    (say("What this rests on"), say("Where you can read this")),
    (say("This must be asked at the office."), say("Please ask the office.")),
    (
        say("Order nothing and pay nothing before the answer is there. Keep every bill."),
        say("Please wait for the answer. Order and pay nothing before. Keep all bills."),
    ),
    # withdrawal
    (say("What still holds"), say("Where you still say yes")),
    (say("No consent and no release holds any more."), say("You do not say yes to anything any more.")),
    # ways
    (
        say("This plan is no promise. It tells what is known on this day. The offices decide."),
        say("Nobody promises you this. You see what we know today. The office decides."),
    ),
    (say("Not possible now"), say("What you cannot do now")),
    (
        say("Thin bar: it may take so long. Hollow bar: this is still to be checked."),
        say("A thin bar: it may take so long. A hollow bar: we do not know this for sure yet."),
    ),
    # consents
    (
        say("We need your consent for some things. You need not agree to anything."),
        say("We want to do some things with your data. We ask you first. You may say no."),
    ),
    (
        say("We write down what you tell us and what we agree. The advisers of the centre read it."),
        say("We write down what you say. Only our advisers read it."),
    ),
    (
        say("We count how many people came and what it was about. Nobody can see who you are."),
        say("We count our talks. Your name does not stand there."),
    ),
    (
        say("We give an office, a course or a partner what is needed for it. You see it before."),
        say("We send something to an office or a course. You see it before."),
    ),
    (
        say("We call or write to you after six months and ask how you are getting on."),
        say("We ask you after six months: how are you?"),
    ),
    (say("Release from secrecy"), say("Who we may talk to about you")),
    (say("No release was given."), say("You have not named anybody.")),
    (say("What you have withdrawn"), say("What you do not want any more")),
    (say("How you withdraw a consent"), say("You do not want it any more?")),
    (
        say("You may withdraw every consent and every release at any time, without a reason."),
        say("You may say no at any time. You need no reason."),
    ),
    (
        say("It is enough to tell us, to call us or to write to us. Then we stop at once."),
        say("Please tell us, call us or write to us. Then we stop at once."),
    ),
    (
        say("What was done until then with your consent stays allowed."),
        say("What we did before that was allowed."),
    ),
    # copy of all data
    (say("Legal basis"), say("Which law allows it")),
    (
        say("You may complain to the supervisory authority for data protection."),
        say("Do we make mistakes with your data? You may tell the supervisory authority."),
    ),
    (
        say("On this day it is looked at whether the data are still needed:"),
        say("On this day we look whether we still need the data:"),
    ),
    (say("Who has received or may receive data"), say("Who has got your data, or may get them")),
    (
        say("Every reading and every change is written down and cannot be changed afterwards."),
        say("We write down who reads or changes something. Nobody can change that later."),
    ),
)
"""Both have the same values between braces, whatever they are; a text that is not here is simple enough already."""
_BY_MESSAGE: Final = {standard.message: simple.message for standard, simple in SIMPLE}


def with_wording(document: Document, wording: Wording) -> Document:
    """Return a document in a wording; what a person typed stays as it is."""
    if wording is not Wording.SIMPLE:
        return document
    changed: Document = _reworded(document)
    return changed


def _reworded(value: Any) -> Any:
    """Return a value with every text in it in simple words."""
    if isinstance(value, Text):
        message = _BY_MESSAGE.get(value.message, value.message)
        values = tuple((name, _reworded(one)) for name, one in value.values)
        return replace(value, message=message, values=values)
    if isinstance(value, tuple):
        return tuple(_reworded(one) for one in value)
    if isinstance(value, Enum | Typed | Drawing) or not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: _reworded(getattr(value, one.name)) for one in fields(value)}
    return replace(value, **changed)
