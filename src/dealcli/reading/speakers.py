"""Who is named as a speaker at a place of a text: by name, by surname, or by a pronoun."""

from bisect import bisect_left

from dealcli.language.pack import Language
from dealcli.reading.capitals import Run, capital_runs
from dealcli.reading.people import Person, past_honorifics, people
from dealcli.reading.saying import pronoun as pronoun_of


class Speakers:
    """The people of one text, and the names of others who may speak in it."""

    def __init__(self, text: str, language: Language) -> None:
        """Find the people of a text."""
        self.text = text
        self.language = language
        self.people = people(text, language)
        self.starts = [person.start for person in self.people]
        self.runs = capital_runs(text, language)
        self.run_starts = [run.start for run in self.runs]
        self.by_name: dict[str, Person] = {}
        for person in self.people:
            for name in (person.name, person.name.split()[-1]):
                known = self.by_name.get(name)
                if not known or (person.title and not known.title):
                    self.by_name[name] = person

    def within(self, start: int, end: int, before: Person | None) -> Person | None:
        """Return the first speaker who is named between two places, or None."""
        at = bisect_left(self.starts, start)
        if at < len(self.people) and self.people[at].start < end:
            return self._known(self.people[at])
        return self.at(start, end, before)

    def at(self, start: int, limit: int, before: Person | None) -> Person | None:
        """Return the speaker who is named at a place, with a title, by a name, or by a pronoun.

        A pronoun means the speaker `before`; None where nobody is named.
        """
        pronoun = pronoun_of(self.language).match(self.text, start, limit)
        if pronoun:
            return Person(start, pronoun.end(), *who(before), pronoun.end()) if before else None
        at = bisect_left(self.starts, start)
        if at < len(self.people) and self.people[at].start < limit:
            person = self.people[at]
            lead = self.text[start : person.start]
            if lead.strip(" .") in self.language.honorifics:
                return self._known(person)
            if len(lead) < 80 and not any(sign in lead for sign in '.:;\n“"'):
                return self._known(person)
        number = bisect_left(self.run_starts, start)
        if number < len(self.runs) and self.runs[number].start <= start + 4:
            return self._plain(self.runs[number], start, limit)
        return None

    def _plain(self, run: Run, start: int, limit: int) -> Person | None:
        """A speaker without a title: a surname, a name, or an organisation."""
        lead = self.text[start : run.start].lower().strip(" ")
        if run.start >= limit or lead not in ("", *self.language.articles):
            return None
        name = self.text[past_honorifics(self.text, run, self.language) : run.end]
        known = self.by_name.get(name)
        if known:
            return Person(run.start, run.end, *who(known), run.end)
        return Person(run.start, run.end, name, "", "", run.end)

    def _known(self, person: Person) -> Person:
        """A person with the title and organisation that the text gives elsewhere."""
        known = self.by_name.get(person.name)
        if person.title or not known:
            return person
        return Person(person.start, person.end, *who(known), person.reach)

    def before_verb(self, verb: int) -> Person | None:
        """Return the person who is named right before a verb, or None."""
        number = bisect_left(self.run_starts, verb) - 1
        if number < 0:
            return None
        at = bisect_left(self.starts, verb) - 1
        if at >= 0:
            person = self.people[at]
            if not self.text[max(person.reach, person.end) : verb].strip(" ,"):
                return self._known(person)
        run = self.runs[number]
        start = past_honorifics(self.text, run, self.language)
        known = self.by_name.get(self.text[start : run.end])
        if known and not self.text[run.end : verb].strip():
            return Person(run.start, run.end, *who(known), run.end)
        return None


def who(person: Person) -> tuple[str, str, str]:
    """Return the name, the title and the organisation of a person."""
    return person.name, person.title, person.party
