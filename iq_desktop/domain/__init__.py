"""What advisers talk about, in their words: immutable values and rules as pure functions.

Glossary (code - what an adviser says):
adviser - Beraterin, Berater; agreed point - Vereinbarung; case file - Fallakte; client - Ratsuchende, Ratsuchender;
concern - Anliegen; consent - Einwilligung; counselling centre - Beratungsstelle; course offer - Kursangebot;
evidence - Nachweis; independence - Selbstständigkeit; referral - Verweis; residence title - Aufenthaltstitel;
route - Weg; way to the centre - Zugangsweg.
"""
