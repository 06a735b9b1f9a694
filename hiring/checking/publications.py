"""The publications that several mistakes rest on, so that each is named the same way everywhere."""

from hiring.checking.mistake import Grade, Source


def aipaycheck(claim: str) -> Source:
    """A claim of AiPaycheck's article on ten mistakes in hiring MLOps engineers (4 April 2026)."""
    return Source(
        claim,
        "AiPaycheck, “10 Mistakes”, 4 Apr 2026",
        "www.aipaycheck.io/blog/mistakes-hiring-mlops-engineers",
        Grade.VENDOR_CLAIM,
    )


def acceler8(claim: str) -> Source:
    """A claim of Acceler8 Talent's article on seven common mistakes when hiring MLOps engineers."""
    return Source(
        claim,
        "Acceler8 Talent, “7 Common Mistakes”",
        "www.acceler8talent.com/resources/blog/7-common-mistakes-companies-make-when-hiring-mlops-engineers/",
        Grade.VENDOR_CLAIM,
    )


def own_judgement(claim: str) -> Source:
    """A threshold or a rule of our own."""
    return Source(claim, "Preflight", "Our own judgement; no study is known to us", Grade.RULE_OF_THUMB)
