"""Kits on paper: what an interviewer, the person invited and the debrief need.

Pure: the plan in, words out. All forms are blank, and nobody is named but the panel.
"""
