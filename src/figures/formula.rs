//! Formulas: `= 办结 / 立案`.
