"""Policy: what stands between a requisition and opening it. The only place that judges. Pure."""
