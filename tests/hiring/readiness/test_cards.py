"""Flags on one fact share a card under the worst severity."""

from dataclasses import replace

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.readiness.cards import cards
from hiring.registry import TRIGGER_BY_ID
from hiring.reporting import Flag


def _flag(id_: str, severity: Severity, same_fact: tuple[str, ...] = ()) -> Flag:
    trigger = replace(TRIGGER_BY_ID[id_], same_fact=same_fact)
    return Flag(trigger, severity, f"{id_} fires", (), f"Fix {id_}.", ())


def test_two_triggers_on_one_fact_are_one_card_under_the_worse_severity():
    (card,) = cards([_flag("M01-T5", WARNING), _flag("M05-T3", BLOCKER, ("M01-T5",))])
    assert card.ids == ("M05-T3", "M01-T5")
    assert card.severity is BLOCKER
    assert card.lead.fix == "Fix M05-T3."


def test_it_does_not_matter_which_of_the_two_tells():
    (card,) = cards([_flag("M01-T5", WARNING, ("M05-T3",)), _flag("M05-T3", BLOCKER)])
    assert card.ids == ("M05-T3", "M01-T5")


def test_other_flags_keep_cards_of_their_own_in_the_order_found():
    found = cards([_flag("M01-T1", ADVICE), _flag("M02-T6", WARNING, ("M06-T3",)), _flag("M06-T3", WARNING)])
    assert [card.ids for card in found] == [("M01-T1",), ("M02-T6", "M06-T3")]


def test_a_flag_that_ties_two_cards_together_joins_them():
    flags = [_flag("M01-T1", ADVICE), _flag("M02-T1", WARNING), _flag("M03-T1", BLOCKER, ("M01-T1", "M02-T1"))]
    (card,) = cards(flags)
    assert card.ids == ("M03-T1", "M02-T1", "M01-T1")


def test_no_flags_no_cards():
    assert cards([]) == ()
