"""Rosters as wards export them: lists, grids of days or weeks, calendars. Bytes in, records out."""
