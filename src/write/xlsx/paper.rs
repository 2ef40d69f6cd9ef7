//! On which paper a sheet is printed, and how wide its columns are so that no letter is printed smaller than people
//! read: on F4 what fits there, on A3 what is wider, and what is wider still on pages side by side, each with the codes
//! and names.

/// A paper that lies on its long side; lengths in points.
#[derive(Debug, PartialEq)]
pub(super) struct Paper {
    /// Its name, as `--paper` takes it.
    name: &'static str,
    /// Its number in the format.
    pub(super) code: u8,
    pub(super) width: f64,
    pub(super) height: f64,
}

static F4: Paper = Paper { name: "f4", code: 14, width: 936.0, height: 612.0 };
static A3: Paper = Paper { name: "a3", code: 8, width: 1190.5, height: 841.8 };
static A4: Paper = Paper { name: "a4", code: 9, width: 841.8, height: 595.2 };

/// On which paper tables are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperChoice {
    /// F4 for what fits there, else A3.
    #[default]
    Auto,
    /// The paper of this name.
    Named(&'static str),
}

impl PaperChoice {
    /// Every name that [`PaperChoice::named`] knows.
    pub const NAMES: [&'static str; 4] = ["auto", "f4", "a3", "a4"];

    /// The choice of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let known = Self::NAMES.into_iter().find(|known| *known == name)?;
        Some(if known == "auto" { Self::Auto } else { Self::Named(known) })
    }

    fn papers(self) -> Vec<&'static Paper> {
        match self {
            Self::Auto => vec![&F4, &A3],
            Self::Named(name) => [&F4, &A3, &A4].into_iter().filter(|paper| paper.name == name).collect(),
        }
    }
}

/// The margins at the sides in inches.
pub(super) const SIDE: f64 = 0.3;
/// The points of an inch.
pub(super) const INCH: f64 = 72.0;
/// How wide a column is in points: so much a character and so much in all. The digits of the default letters are
/// 5.56 points wide; a screen shows them on 7 pixels, 5.25 points, but not every printer does, and what is added are 5 of
/// these 7.
const CHARACTER: f64 = 5.56;
const PADDING: f64 = 3.98;
/// The smallest scale in percent: letters of nine points are then printed with seven.
const SMALLEST: u16 = 79;
/// A column is made no narrower than this part of the width that its form declares, before a larger paper is taken.
const COMFORT: f64 = 0.45;

/// How a sheet is printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    pub(super) paper: &'static Paper,
    /// The width of each column in characters.
    pub(super) widths: Vec<f64>,
    /// The columns that begin a further page beside the first.
    pub(super) breaks: Vec<u16>,
    /// The scale in percent.
    pub(super) percent: u16,
}

impl Fitted {
    /// What it is called: `F4`, or `A3, 2 halaman berdampingan`.
    pub(super) fn told(&self, beside: &str) -> String {
        let paper = self.paper.name.to_uppercase();
        if self.breaks.is_empty() { paper } else { format!("{paper}, {} {beside}", self.breaks.len() + 1) }
    }
}

/// How wide a column would be by itself, and what it needs; in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Need {
    pub(super) wished: f64,
    /// What no number, no code and no row's height allows it to be narrower than.
    pub(super) firm: f64,
    /// What its longest word asks for.
    pub(super) word: f64,
    /// What keeps off the border by an indent, where there is room.
    pub(super) pad: Pad,
}

/// What of a column keeps off the border by an indent, the most needful last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pad {
    /// Nothing: it stands in the middle.
    #[default]
    None,
    /// Texts, at the left.
    Text,
    /// Numbers, at the right, where the text of the next column would touch them.
    Number,
}

/// How much an indent takes, in characters.
pub(super) const INDENT: f64 = 1.5;
/// A longer word is broken within, the longer ones where there is room for them only.
const LONGEST_WORDS: [f64; 3] = [18.0, 14.0, 11.0];

/// The paper and the widths of columns; the first `pinned` stand on every page. The longest words stay whole and cells
/// keep off the borders where that takes no larger paper and no further page. Tells which columns do: where there is no
/// room for all, those of numbers first, then those of texts from the left.
pub(super) fn dressed(needs: &[Need], pinned: u16, choice: PaperChoice) -> (Fitted, Vec<bool>) {
    let [.., tightest] = LONGEST_WORDS;
    let with = |longest: f64, padded: &[bool]| {
        let wished: Vec<f64> = needs.iter().map(|need| need.wished).collect();
        let least = needs
            .iter()
            .zip(padded)
            .map(|(need, padded)| need.firm.max(need.word.min(longest)) + if *padded { INDENT } else { 0.0 });
        fitted(&wished, &least.collect::<Vec<_>>(), pinned, choice)
    };
    let mut padded = vec![false; needs.len()];
    let mut best = with(tightest, &padded);
    let (paper, pages) = (best.paper, best.breaks.len());
    let is_as_good = |fitted: &Fitted| fitted.paper == paper && fitted.breaks.len() == pages;
    let all: Vec<bool> = needs.iter().map(|need| need.pad != Pad::None).collect();
    if let Some(whole) = LONGEST_WORDS.into_iter().map(|longest| with(longest, &all)).find(is_as_good) {
        return (whole, all);
    }
    let mut columns: Vec<(std::cmp::Reverse<Pad>, usize)> =
        needs.iter().enumerate().map(|(column, need)| (std::cmp::Reverse(need.pad), column)).collect();
    columns.sort_unstable();
    for (_, column) in columns.into_iter().filter(|(pad, _)| pad.0 != Pad::None) {
        let mut more = padded.clone();
        more.iter_mut().skip(column).take(1).for_each(|one| *one = true);
        let fitted = with(tightest, &more);
        if is_as_good(&fitted) {
            (best, padded) = (fitted, more);
        }
    }
    (best, padded)
}

/// How much of the room a list takes: programs that fit a sheet to the width of a page round it down.
const LISTED: f64 = 0.965;

/// The widths of a list in characters: as they are wished, or as much narrower as gives the largest paper without
/// smaller letters.
pub(super) fn listed(wished: &[f64]) -> Vec<f64> {
    let least: Vec<f64> = wished.iter().map(|width| width * COMFORT).collect();
    squeezed(wished, &least, room(&A3) * LISTED)
}

/// The paper and the widths of columns. `wished` is how wide they would be by themselves, `least` how wide they must be
/// so that no number, code or word breaks; the first `pinned` stand on every page.
pub(super) fn fitted(wished: &[f64], least: &[f64], pinned: u16, choice: PaperChoice) -> Fitted {
    let papers = choice.papers();
    let comfort: Vec<f64> =
        wished.iter().zip(least).map(|(wished, least)| least.max(wished * COMFORT)).collect();
    let one_page = papers.iter().find(|paper| points(&comfort) <= room(paper));
    if let Some(paper) = one_page {
        let widths = squeezed(wished, &comfort, room(paper));
        let percent = percent(paper, points(&widths));
        return Fitted { paper, widths, breaks: Vec::new(), percent };
    }
    let paper = papers.last().copied().unwrap_or(&A3);
    let repeated = points(comfort.get(..usize::from(pinned)).unwrap_or_default());
    let repeated = if repeated * 2.0 > room(paper) { 0.0 } else { repeated };
    let widest = comfort.iter().copied().map(point).fold(0.0, f64::max);
    // A page is left by the column that has no room on it any more.
    let further = (room(paper) - repeated - widest).max(widest);
    let mut whole = room(paper);
    while whole < points(&comfort) {
        whole += further;
    }
    let widths = squeezed(wished, &comfort, whole);
    let (breaks, widest_page) = paged(&widths, room(paper), repeated);
    Fitted { paper, breaks, percent: percent(paper, widest_page), widths }
}

/// The columns that begin a page, and the points of the widest page.
fn paged(widths: &[f64], room: f64, repeated: f64) -> (Vec<u16>, f64) {
    let (mut breaks, mut used, mut widest) = (Vec::new(), 0.0, 0.0_f64);
    for (column, width) in (0_u16..).zip(widths) {
        if used > 0.0 && used + point(*width) > room {
            breaks.push(column);
            used = repeated;
        }
        used += point(*width);
        widest = widest.max(used);
    }
    (breaks, widest)
}

/// The widths as wished, or as much narrower as gives the room, none narrower than its least.
fn squeezed(wished: &[f64], least: &[f64], room: f64) -> Vec<f64> {
    let wished: Vec<f64> = wished.iter().zip(least).map(|(wished, least)| wished.max(*least)).collect();
    let (most, fewest) = (points(&wished), points(least));
    if most <= room {
        return wished;
    }
    let share = ((room - fewest) / (most - fewest)).clamp(0.0, 1.0);
    wished.iter().zip(least).map(|(wished, least)| least + (wished - least) * share).collect()
}

/// How many points of columns a page takes at the smallest scale.
fn room(paper: &Paper) -> f64 {
    printed_width(paper) * 100.0 / f64::from(SMALLEST)
}

/// A little less than there is between the margins: printers round the width of each column.
fn printed_width(paper: &Paper) -> f64 {
    (paper.width - 2.0 * SIDE * INCH) * 0.995
}

fn point(width: f64) -> f64 {
    width * CHARACTER + PADDING
}

fn points(widths: &[f64]) -> f64 {
    widths.iter().copied().map(point).sum()
}

/// The largest scale, no larger than life, at which so many points stand on one page.
fn percent(paper: &Paper, points: f64) -> u16 {
    let room = printed_width(paper);
    (10..=100).rev().find(|percent| points * f64::from(*percent) <= room * 100.0 + 0.01).unwrap_or(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(wished: &[f64], least: &[f64]) -> Fitted {
        fitted(wished, least, 2, PaperChoice::Auto)
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        let fitted = auto(&[20.0; 5], &[10.0; 5]);
        assert_eq!((fitted.paper, fitted.widths.as_slice(), fitted.percent), (&F4, &[20.0; 5][..], 100));
    }

    #[test]
    fn columns_are_narrowed_before_the_paper_grows_and_never_below_their_least() {
        let narrowed = auto(&[20.0; 15], &[10.0; 15]);
        assert_eq!(narrowed.paper, &F4);
        assert!(narrowed.percent >= SMALLEST && narrowed.widths.iter().all(|width| *width >= 10.0));
        let grown = auto(&[20.0; 15], &[15.0; 15]);
        assert_eq!((grown.paper, grown.breaks.len()), (&A3, 0));
        assert!(grown.percent >= SMALLEST && grown.widths.iter().all(|width| *width >= 15.0));
    }

    #[test]
    fn what_no_paper_holds_goes_on_beside_with_room_for_what_is_repeated() {
        let fitted = auto(&[20.0; 30], &[18.0; 30]);
        assert_eq!(fitted.paper, &A3);
        assert!(fitted.percent >= SMALLEST, "{}", fitted.percent);
        let repeated = points(&fitted.widths[..2]);
        let mut starts = vec![0_usize];
        starts.extend(fitted.breaks.iter().map(|column| usize::from(*column)));
        starts.push(30);
        for (number, pair) in starts.windows(2).enumerate() {
            let own = points(&fitted.widths[pair[0]..pair[1]]);
            let page = own + if number > 0 { repeated } else { 0.0 };
            assert!(page <= room(&A3), "{page}");
        }
        assert_eq!(fitted.told("halaman"), format!("A3, {} halaman", starts.len() - 1));
    }

    #[test]
    fn numbers_keep_off_the_border_before_texts_do() {
        let column = |pad| Need { wished: 20.0, firm: 9.3, word: 9.3, pad };
        let mut needs = vec![column(Pad::Text); 17];
        needs.push(column(Pad::Number));
        let (fitted, padded) = dressed(&needs, 2, PaperChoice::Auto);
        assert_eq!(fitted.paper, &F4, "no larger paper is taken for it");
        assert!(padded[17] && padded[0] && !padded[16], "{padded:?}");
    }

    #[test]
    fn a_list_is_narrowed_only_where_no_paper_holds_it() {
        assert_eq!(listed(&[60.0, 60.0]), [60.0, 60.0]);
        let narrowed = listed(&[60.0; 6]);
        assert!(narrowed.iter().all(|width| *width < 60.0) && points(&narrowed) <= room(&A3) + 0.01);
    }

    #[test]
    fn a_chosen_paper_is_kept() {
        let choice = PaperChoice::named("a4").unwrap();
        let fitted = fitted(&[20.0; 12], &[15.0; 12], 2, choice);
        assert!(fitted.paper == &A4 && !fitted.breaks.is_empty() && fitted.percent >= SMALLEST);
        assert_eq!(PaperChoice::named("a5"), None);
    }
}
