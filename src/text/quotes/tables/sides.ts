/** What sides are called behind the name of their place, as alternatives of a pattern: `Marl Rovers`. */
export const SIDES =
  'United|Rovers|Wanderers|Rangers|Athletic|Albion|Harriers|Typhoons|Tigers|Lions|Lionesses|Panthers|Hawks|Eagles|Falcons|Bulls|Bears|Sharks|Warriors|Saints|Stags|Foxes|Raiders|Pirates|Vikings|Knights|Comets|Rockets|Blazers|Giants|Wolves|Dragons|Devils|Steelers|Stars|Hornets|Stallions|Vixens|Kestrels|Swifts|Striders|Wheelers|Rowers';
