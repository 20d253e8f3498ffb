"""The desktop: PySide6 widgets over ``planner.session``. It holds no rule of the domain and opens no file."""
