"""From a proposal to the files that a ministry receives: forms are data, Word is written, not converted."""
