//! Typed numbers that should count on one by one.

/// The numbers of one series so far.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    last: usize,
    /// One came twice: the numbers behind it may or may not have been put right.
    is_repeated: bool,
    /// One was left out, perhaps because its own was typed wrongly.
    has_gap: bool,
}

/// How a number follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By one; or another series starts.
    On,
    Twice,
    /// Numbers between are missing.
    Gap,
}

/// How many numbers may be left out; more are another series.
const WIDEST: usize = 2;

impl Count {
    /// A series whose first number is this.
    ///
    /// ```
    /// use fazhi::outline::count::{Count, Step};
    /// let steps = |numbers: &[usize]| {
    ///     let mut count = Count::from(numbers[0]);
    ///     numbers[1..].iter().map(|number| count.step(*number)).collect::<Vec<_>>()
    /// };
    /// assert_eq!(steps(&[1, 2, 2, 3]), [Step::On, Step::Twice, Step::On]);
    /// // One slip is told once: 一、一、三、 and 一、三、三、四、
    /// assert_eq!(steps(&[1, 1, 3]), [Step::Twice, Step::On]);
    /// assert_eq!(steps(&[1, 3, 3, 4]), [Step::Gap, Step::On, Step::On]);
    /// assert_eq!(steps(&[1, 2, 1, 2, 9]), [Step::On; 4]);
    /// ```
    pub fn from(number: usize) -> Self {
        Self { last: number, is_repeated: false, has_gap: false }
    }

    /// The number before.
    pub fn last(self) -> usize {
        self.last
    }

    /// Goes on to the next number.
    pub fn step(&mut self, number: usize) -> Step {
        let Self { last, is_repeated, has_gap } = std::mem::replace(self, Self::from(number));
        let step = match number.checked_sub(last) {
            Some(0) if !has_gap => Step::Twice,
            Some(2) if is_repeated => Step::On,
            Some(by) if by > 1 && by <= 1 + WIDEST => Step::Gap,
            _ => Step::On,
        };
        (self.is_repeated, self.has_gap) = (step == Step::Twice, step == Step::Gap);
        step
    }
}
