"""Which of a table's times a figure speaks of: `when` settles it, `story_time` for those that name none."""
