"""The facts about a person that rules may ask for."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain import person_readers as person
from iq_desktop.domain import training_readers as training
from iq_desktop.domain.client import Benefit, Employment, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.contact import Concern
from iq_desktop.domain.fact import About, Fact, FactType
from iq_desktop.domain.fact_choices import (
    Contract,
    CourseState,
    Decision,
    GoalLevel,
    NationalityGroup,
    Registered,
    ResidenceParagraph,
)
from iq_desktop.domain.fact_reading import asked
from iq_desktop.domain.language_skill import AssessedBy, Skill
from iq_desktop.domain.situation import SchoolLeaving, Script
from iq_desktop.wording.text import say

YES_NO, CHOICE, CHOICES = FactType.YES_NO, FactType.CHOICE, FactType.CHOICES
NUMBER, LEVEL, DAY = FactType.NUMBER, FactType.LEVEL, FactType.DAY
QUALIFICATION, OCCUPATION = About.QUALIFICATION, About.OCCUPATION
_YEARS, _MONTHS, _EURO, _DAYS = say("years"), say("months"), say("euros a year"), say("days")


FACTS_OF_PERSON: Final = (
    Fact("age", NUMBER, say("Age"), person.age, "person", "birth", unit=_YEARS),
    Fact("home", CHOICE, say("Lives in Germany or abroad"), person.home, "person", "home", choices=Home),
    Fact(
        "nationality_group",
        CHOICES,
        say("Group of the nationality"),
        person.nationality_group,
        "person",
        "nationalities",
        choices=NationalityGroup,
    ),
    Fact("nationalities", CHOICES, say("Nationalities"), person.nationalities, "person", "nationalities"),
    Fact(
        "residence_title",
        CHOICE,
        say("Residence title"),
        person.residence_title,
        "person",
        "residence_title",
        choices=ResidenceTitle,
    ),
    Fact(
        "residence_paragraph",
        CHOICE,
        say("Section after which the title was issued"),
        person.residence_paragraph,
        field="residence_paragraph",
        choices=ResidenceParagraph,
    ),
    Fact(
        "title_months_left",
        NUMBER,
        say("How long the title is still valid"),
        person.months_of_title_left,
        "person",
        "residence_valid_until",
        unit=_MONTHS,
    ),
    Fact(
        "title_months",
        NUMBER,
        say("Time since the first residence title"),
        person.title_months,
        "person",
        "residence_title",
        unit=_MONTHS,
        rests_on=("title_since",),
    ),
    Fact(
        "work_permission",
        CHOICE,
        say("Permission to work"),
        person.work_permission,
        "person",
        "work_permission",
        choices=WorkPermission,
    ),
    Fact("entry_on", DAY, say("Day of entry"), person.entry_on, "person", "entry"),
    Fact(
        "months_in_germany", NUMBER, say("Time in Germany"), person.months_in_germany, "person", "entry", unit=_MONTHS
    ),
    Fact("benefits", CHOICES, say("Benefits"), person.benefits, "person", "benefit", choices=Benefit),
    Fact("employment", CHOICE, say("Work now"), person.employment, "person", "employment", choices=Employment),
    Fact("concerns", CHOICES, say("What the person wants"), person.concerns, "contact", "concerns", choices=Concern),
    Fact("scripts", CHOICES, say("Scripts"), person.scripts, "person", "scripts", choices=Script),
    Fact("is_literate", YES_NO, say("Reads and writes"), person.is_literate, "person", "scripts"),
    Fact("school_years", NUMBER, say("Years at school"), person.school_years, "person", "school_years", unit=_YEARS),
    Fact(
        "school_leaving",
        CHOICE,
        say("School certificate"),
        person.school_leaving,
        "person",
        "school_leaving",
        choices=SchoolLeaving,
    ),
    Fact("hours_per_week", NUMBER, say("Hours a week"), person.hours_per_week, "person", "hours_per_week"),
    Fact("german_level", LEVEL, say("German, lowest skill"), person.german_level, "languages", "languages"),
    Fact(
        "german_listening",
        LEVEL,
        say("German: listening"),
        person.german_skill(Skill.LISTENING),
        "languages",
        "languages",
    ),
    Fact("german_reading", LEVEL, say("German: reading"), person.german_skill(Skill.READING), "languages", "languages"),
    Fact(
        "german_speaking",
        LEVEL,
        say("German: taking part in conversations"),
        person.german_skill(Skill.INTERACTION),
        "languages",
        "languages",
    ),
    Fact("german_writing", LEVEL, say("German: writing"), person.german_skill(Skill.WRITING), "languages", "languages"),
    Fact(
        "german_proof",
        CHOICE,
        say("Who assessed the German"),
        person.german_proof,
        "languages",
        "languages",
        choices=AssessedBy,
    ),
    Fact(
        "german_certificate",
        LEVEL,
        say("German shown by a certificate"),
        person.german_certificate,
        "languages",
        "languages",
    ),
    Fact("work_months", NUMBER, say("Paid work altogether"), person.work_months, "papers", "works", unit=_MONTHS),
    Fact(
        "work_months_in_germany",
        NUMBER,
        say("Paid work in Germany"),
        person.work_months_in_germany,
        "papers",
        "works",
        unit=_MONTHS,
    ),
    Fact(
        "finished_trainings",
        NUMBER,
        say("Completed trainings"),
        person.finished_trainings,
        "papers",
        "qualifications",
    ),
    Fact(
        "decisions",
        CHOICES,
        say("Results of recognition, all qualifications"),
        training.decisions,
        "papers",
        "qualifications",
        choices=Decision,
    ),
    Fact(
        "regulations",
        CHOICES,
        say("Regulated occupations, all qualifications"),
        training.regulations,
        "papers",
        "reference_occupation",
        choices=Regulation,
    ),
)
TOLD_FACTS_OF_PERSON: Final = (
    asked("wants_to_work", YES_NO, say("Wants to work in Germany in this occupation")),
    asked("registered_as", CHOICE, say("Registered with the employment agency or job centre"), choices=Registered),
    asked("contract", CHOICE, say("Promised by an employer"), choices=Contract),
    asked("employer_has_authority", YES_NO, say("The employer has the person's authority for the fast procedure")),
    asked("title_since", DAY, say("First residence title since")),
    asked("title_issued_months", NUMBER, say("For how long the title was issued"), unit=_MONTHS),
    asked("stays_for_good", YES_NO, say("Stays in Germany for good")),
    asked("tolerated_months", NUMBER, say("How long with a Duldung"), unit=_MONTHS),
    asked("is_resettler", YES_NO, say("Ethnic German resettler or family (§§ 4, 7 BVFG)")),
    asked("is_family_of_eu_citizen", YES_NO, say("Family of a citizen of the EU")),
    asked("integration_course", CHOICE, say("How far in the integration course"), choices=CourseState),
    asked("is_obliged", YES_NO, say("An office demands the integration course")),
    asked("attends_german_school", YES_NO, say("Goes to a German school, or will go on with school")),
    asked("has_little_need", YES_NO, say("Gets on in Germany without a course")),
    asked("lives_in_reception_centre", YES_NO, say("Must live in a reception centre")),
    asked("is_from_safe_state", YES_NO, say("From a safe state of origin (§§ 29a, 29b AsylG)")),
    asked("can_stay_probably", YES_NO, say("Stay in law and for good can be expected")),
    asked("german_goal", CHOICE, say("German that was agreed as the goal"), choices=GoalLevel),
    asked("needs_level_for_occupation", YES_NO, say("Needs a level of German for recognition or the occupation")),
    asked("income", NUMBER, say("Taxable income"), unit=_EURO),
    asked("is_taxed_jointly", YES_NO, say("Taxed together with a partner")),
    asked("costs_have_begun", YES_NO, say("Costs have already come up")),
    asked("grant_is_applied_for", YES_NO, say("Recognition grant applied for")),
    asked("other_bearer_of_costs", YES_NO, say("Somebody else pays the costs")),
    asked("insured_months", NUMBER, say("Months insured against unemployment"), unit=_MONTHS),
    asked("unemployment_benefit_days", NUMBER, say("Days of unemployment benefit left"), unit=_DAYS),
    asked("has_business_plan", YES_NO, say("Has a plan for an own business")),
    asked("livelihood_is_secure", YES_NO, say("Can live from own means")),
    asked("pension_is_secure", YES_NO, say("Has sufficient provision for old age")),
)
