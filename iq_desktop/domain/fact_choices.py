"""The answers to facts that only rules ask for."""

from __future__ import annotations

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import as_it_is, say


class YesNo(Choice):
    """The answer to a question that is either so or not."""

    YES = "yes", say("yes")
    NO = "no", say("no")


class NationalityGroup(Choice):
    """To which group a nationality belongs; somebody may belong to several."""

    GERMAN = "german", say("Germany")
    EU = "eu", say("EU, EEA or Switzerland")
    THIRD = "third", say("Other state")


class ResidenceParagraph(Choice):
    """The section of the Residence Act (or Asylum Act) after which a residence title was issued."""

    S7_1_3 = "7_1_3", as_it_is("§ 7 Abs. 1 Satz 3 AufenthG")
    S9 = "9", as_it_is("§ 9 AufenthG")
    S9A = "9a", as_it_is("§ 9a AufenthG")
    S16A = "16a", as_it_is("§ 16a AufenthG")
    S16B = "16b", as_it_is("§ 16b AufenthG")
    S16C = "16c", as_it_is("§ 16c AufenthG")
    S16D_1 = "16d_1", as_it_is("§ 16d Abs. 1 AufenthG")
    S16D_3 = "16d_3", as_it_is("§ 16d Abs. 3 AufenthG")
    S16D_4 = "16d_4", as_it_is("§ 16d Abs. 4 AufenthG")
    S16D_5 = "16d_5", as_it_is("§ 16d Abs. 5 AufenthG")
    S16D_6 = "16d_6", as_it_is("§ 16d Abs. 6 AufenthG")
    S16E = "16e", as_it_is("§ 16e AufenthG")
    S16F = "16f", as_it_is("§ 16f AufenthG")
    S16G = "16g", as_it_is("§ 16g AufenthG")
    S17 = "17", as_it_is("§ 17 AufenthG")
    S18A = "18a", as_it_is("§ 18a AufenthG")
    S18B = "18b", as_it_is("§ 18b AufenthG")
    S18C = "18c", as_it_is("§ 18c AufenthG")
    S18D = "18d", as_it_is("§ 18d AufenthG")
    S18G = "18g", as_it_is("§ 18g AufenthG")
    S19C = "19c", as_it_is("§ 19c AufenthG")
    S19D = "19d", as_it_is("§ 19d AufenthG")
    S20 = "20", as_it_is("§ 20 AufenthG")
    S20A = "20a", as_it_is("§ 20a AufenthG")
    S21 = "21", as_it_is("§ 21 AufenthG")
    S22 = "22", as_it_is("§ 22 AufenthG")
    S23_1 = "23_1", as_it_is("§ 23 Abs. 1 AufenthG")
    S23_2 = "23_2", as_it_is("§ 23 Abs. 2 AufenthG")
    S23_4 = "23_4", as_it_is("§ 23 Abs. 4 AufenthG")
    S23A = "23a", as_it_is("§ 23a AufenthG")
    S24 = "24", as_it_is("§ 24 AufenthG")
    S25_1 = "25_1", as_it_is("§ 25 Abs. 1 AufenthG")
    S25_2 = "25_2", as_it_is("§ 25 Abs. 2 AufenthG")
    S25_3 = "25_3", as_it_is("§ 25 Abs. 3 AufenthG")
    S25_4 = "25_4", as_it_is("§ 25 Abs. 4 AufenthG")
    S25_4A_1 = "25_4a_1", as_it_is("§ 25 Abs. 4a Satz 1 AufenthG")
    S25_4A_3 = "25_4a_3", as_it_is("§ 25 Abs. 4a Satz 3 AufenthG")
    S25_4B = "25_4b", as_it_is("§ 25 Abs. 4b AufenthG")
    S25_5 = "25_5", as_it_is("§ 25 Abs. 5 AufenthG")
    S25A = "25a", as_it_is("§ 25a AufenthG")
    S25B = "25b", as_it_is("§ 25b AufenthG")
    S28 = "28", as_it_is("§ 28 AufenthG")
    S29_36A = "29_36a", as_it_is("§§ 29 bis 36a AufenthG")
    S38A = "38a", as_it_is("§ 38a AufenthG")
    S60A_2_1 = "60a_2_1", as_it_is("§ 60a Abs. 2 Satz 1 AufenthG")
    S60A_2_3 = "60a_2_3", as_it_is("§ 60a Abs. 2 Satz 3 AufenthG")
    S60B = "60b", as_it_is("§ 60b AufenthG")
    S60C = "60c", as_it_is("§ 60c AufenthG")
    S60D = "60d", as_it_is("§ 60d AufenthG")
    S104C = "104c", as_it_is("§ 104c AufenthG")
    S55_ASYLG = "55_asylg", as_it_is("§ 55 AsylG")
    OTHER = "other", say("Another one")


class OccupationKind(Choice):
    """Which law orders the training for an occupation."""

    DUAL = "dual", say("Training in company and school (BBiG, HwO)")
    ADVANCED = "advanced", say("Master or other advanced training (BBiG, HwO)")
    CARE = "care", say("Nursing under the Nursing Professions Act")
    HEALTH = "health", say("Another health occupation of federal law")
    FEDERAL = "federal", say("Other occupation of federal law")
    LAND = "land", say("Occupation of the law of a Land")
    ACADEMIC = "academic", say("University degree without an occupation that the law orders")


class GoalLevel(Choice):
    """A level of German that can be agreed as a goal."""

    A1 = "A1", as_it_is("A1")
    A2 = "A2", as_it_is("A2")
    B1 = "B1", as_it_is("B1")
    B2 = "B2", as_it_is("B2")
    C1 = "C1", as_it_is("C1")
    C2 = "C2", as_it_is("C2")


class CourseState(Choice):
    """How far somebody has come in the integration course."""

    NONE = "none", say("No course yet")
    ALLOWED = "allowed", say("Allowed or obliged, not begun")
    RUNNING = "running", say("Attends one")
    DONE_B1 = "done_b1", say("Finished with B1")
    DONE_BELOW = "done_below", say("Finished, B1 not reached")
    BROKEN_OFF = "broken_off", say("Broken off")


class Registered(Choice):
    """As what somebody is registered with the employment agency or the job centre."""

    NOT = "not", say("Not registered")
    SEEKING_TRAINING = "seeking_training", say("Looking for a training place")
    SEEKING_WORK = "seeking_work", say("Looking for work")
    UNEMPLOYED = "unemployed", say("Unemployed")


class Contract(Choice):
    """What somebody was promised by an employer or a training company."""

    NONE = "none", say("Nothing yet")
    JOB_OFFER = "job_offer", say("Concrete job offer")
    JOB = "job", say("Contract of work")
    TRAINING = "training", say("Contract of training")


class Decision(Choice):
    """What a recognition procedure has come to so far."""

    NONE = "none", say("No application yet")
    PENDING = "pending", say("Not decided yet")
    FULL = "full", say("Full equivalence")
    PARTIAL = "partial", say("Partial equivalence (not regulated occupation)")
    COMPENSATION = "compensation", say("Compensation measure required (regulated occupation)")
    REFUSED = "refused", say("No equivalence")


class ProofState(Choice):
    """Whether the certificate of a training can be shown."""

    THERE = "there", say("There is something to show")
    LOST = "lost", say("Lost")
    NEVER_GOT = "never_got", say("Never received")
