mod numbering;
