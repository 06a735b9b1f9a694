"""Market figures that ship with the product: pay percentiles, place factors, suggested bands, exchange rates.

Plain data with its source, date and licence; docs/market-figures.md says how each was derived.
"""
