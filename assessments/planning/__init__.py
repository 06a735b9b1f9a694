"""Interview plans: from a requisition to a loop of at most three stages in one working week. Pure.

``generate(document, takehome=None)`` makes the plan of a requisition. ``takehome``: True or False to choose between a
take-home and live work, None to go by what the document says.

``plan_of(document)`` reads the loop that the document holds (edited by hand, perhaps) as a plan: purposes, back-ups,
questions, coverage, gaps. It chooses nothing and never raises.

``alternatives(document, number)`` lists the stages that could take the place of session ``number`` (from 1) of the
document's loop: another scenario that fits level and split and repeats no primary skill.
"""
