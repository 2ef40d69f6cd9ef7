//! Tables as a person prints them, some of their cells damaged.

use super::*;

/// How a figure may be written otherwise, or go wrong so that sums prove it.
pub(super) const DAMAGES: [fn(&str, &mut Dice) -> String; 6] = [
    |text, _| format!("Rp {text}"),
    |text, _| text.replace('.', ","),
    |text, _| format!("{text},00"),
    |text, _| text.replacen('.', " .", 1),
    |text, _| text.replace('0', "O"),
    |text, dice| {
        let digits: Vec<usize> =
            text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[dice.below(digits.len().saturating_sub(3))];
        let digit = text[at..].chars().next().unwrap();
        let other = if digit == '9' { '8' } else { char::from(digit as u8 + 1) };
        format!("{}{other}{}", &text[..at], &text[at + 1..])
    },
];

/// How many figures, codes and names of a table are damaged.
#[derive(Clone, Copy, Default)]
pub(super) struct Hurt {
    pub(super) figures: usize,
    pub(super) codes: usize,
    pub(super) names: usize,
}

/// How a code may be printed otherwise: parted by blanks, without a zero, closed by a dot.
pub(super) const CODE_DAMAGES: [fn(&str) -> String; 4] = [
    |code| code.replacen('.', " . ", 2),
    |code| code.replace('.', ". "),
    |code| format!("{code}."),
    |code| code.replacen(".0", ".", 1),
];

/// A name with a blank in its longest word.
pub(super) fn torn(name: &str) -> String {
    let Some(longest) = name.split_whitespace().max_by_key(|word| word.len()).filter(|word| word.len() > 7)
    else {
        return name.to_owned();
    };
    let (first, rest) = longest.split_at(longest.char_indices().nth(4).map_or(0, |(at, _)| at));
    name.replacen(longest, &format!("{first} {rest}"), 1)
}

/// The table as a person prints it: titles, standard header, number row, rows; some cells are damaged.
pub(super) fn printed(table: &Table, hurt: Hurt, dice: &mut Dice) -> Workbook {
    let mut cells: Vec<(At, Raw)> = vec![
        (At::new(0, 0), Raw::text(&format!("{} {}", table.form.called, table.form.id))),
        (At::new(1, 0), Raw::text(table.form.title)),
    ];
    let paths: Vec<Vec<String>> =
        table.columns.iter().map(|column| headings(table, column, Some(2026))).collect();
    let depth = paths.iter().map(Vec::len).max().unwrap();
    let mut merges = Vec::new();
    let at = |row: usize, column: usize| At::new(u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
    for level in 0..depth {
        let mut column = 0;
        while column < paths.len() {
            let Some(text) = paths[column].get(level) else {
                column += 1;
                continue;
            };
            let own = paths[column].len() == level + 1;
            let alike =
                |next: &Vec<String>| next.len() > level + 1 && next[..=level] == paths[column][..=level];
            let wide =
                if own { 1 } else { 1 + paths[column + 1..].iter().take_while(|next| alike(next)).count() };
            cells.push((at(3 + level, column), Raw::text(text)));
            let last = at(if own { 2 + depth } else { 3 + level }, column + wide - 1);
            merges.push(Span { first: at(3 + level, column), last });
            column += wide;
        }
    }
    if table.layout.number_row {
        for (index, column) in table.columns.iter().enumerate() {
            let number = rapikan::forms::number(table, column);
            if !number.is_empty() {
                cells.push((at(3 + depth, index), Raw::text(number)));
            }
        }
    }
    let first = 4 + depth;
    let mut left = hurt;
    for (row, content) in table.rows.iter().enumerate() {
        for (index, (column, cell)) in table.columns.iter().zip(&content.cells).enumerate() {
            let mut text = match (column.role, &content.code) {
                (Role::Code, Some(code)) => code.as_str().to_owned(),
                _ => cell.text().to_owned(),
            };
            match column.role {
                Role::Amount(_) if left.figures > 0 && text.len() > 8 && dice.chance(6) => {
                    left.figures -= 1;
                    text = dice.pick(&DAMAGES)(&text, dice);
                }
                Role::Code if left.codes > 0 && text.len() > 8 && dice.chance(20) => {
                    left.codes -= 1;
                    text = dice.pick(&CODE_DAMAGES)(&text);
                }
                Role::Name if left.names > 0 && content.code.is_some() && dice.chance(20) => {
                    left.names -= 1;
                    text = torn(&text);
                }
                _ => {}
            }
            if !text.is_empty() {
                cells.push((at(first + row, index), Raw::text(&text)));
            }
        }
    }
    let mut grid = Grid::new("Lembar", cells);
    grid.merges = merges;
    Workbook {
        file: "a.xlsx".to_owned(),
        sha256: String::new(),
        container: Container::Xlsx,
        sheets: vec![grid],
        notices: Vec::new(),
        walked: Vec::new(),
    }
}
