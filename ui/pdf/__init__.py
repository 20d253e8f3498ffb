"""Looking at a PDF that is never on a disk: its pages drawn off the main thread, in any size, and printed."""
