"""The interview week: hours of the day, days of the calendar, iCalendar."""
