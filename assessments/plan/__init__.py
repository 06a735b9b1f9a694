"""The hiring plan: the whole requisition as a document to hand on, on screen and as PDF."""
