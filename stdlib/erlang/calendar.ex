defmodule :calendar do
  @moduledoc """
  Dates and times of the Gregorian calendar as tuples, and their conversions to days and seconds.

  A date is `{year, month, day}`, a time `{hour, minute, second}`; days and seconds count from the
  first of January of year 0.
  """

  @seconds_per_day 86_400
  @days_to_1970 719_528

  @doc """
  Days from year 0 to a date.

  ## Examples

      iex> :calendar.date_to_gregorian_days({1970, 1, 1})
      719528
  """
  def date_to_gregorian_days({year, month, day}), do: date_to_gregorian_days(year, month, day)

  def date_to_gregorian_days(year, month, day)
      when is_integer(year) and year >= 0 and month in 1..12 and is_integer(day) and day >= 1 do
    if day > last_day_of_the_month(year, month), do: :erlang.error(:function_clause)
    days_before_year(year) + days_before_month(month, leap(year)) + day - 1
  end

  defp days_before_year(0), do: 0

  defp days_before_year(year) do
    before = year - 1
    year * 365 + div(before, 4) - div(before, 100) + div(before, 400) + 1
  end

  defp days_before_month(month, leap) do
    days = elem({0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}, month - 1)
    if month > 2, do: days + leap, else: days
  end

  defp leap(year), do: if(is_leap_year(year), do: 1, else: 0)

  @doc "Whether a year has 366 days."
  def is_leap_year(year) when rem(year, 4) == 0 and rem(year, 100) > 0, do: true
  def is_leap_year(year) when rem(year, 400) == 0, do: true
  def is_leap_year(year) when is_integer(year), do: false

  @doc "The last day of a month."
  def last_day_of_the_month(year, 2), do: 28 + leap(year)
  def last_day_of_the_month(_year, month) when month in [4, 6, 9, 11], do: 30
  def last_day_of_the_month(_year, month) when month in 1..12, do: 31

  @doc "The date so many days after the first of January of year 0."
  def gregorian_days_to_date(days) when is_integer(days) and days >= 0 do
    year = find_year(div(days, 366), days)
    rest = days - days_before_year(year)
    month = Enum.find(12..1//-1, &(days_before_month(&1, leap(year)) <= rest))
    {year, month, rest - days_before_month(month, leap(year)) + 1}
  end

  defp find_year(year, days) do
    if days_before_year(year + 1) <= days, do: find_year(year + 1, days), else: year
  end

  @doc "Seconds from year 0 to a date and time."
  def datetime_to_gregorian_seconds({date, time}) do
    date_to_gregorian_days(date) * @seconds_per_day + time_to_seconds(time)
  end

  @doc "The date and time so many seconds after the beginning of year 0."
  def gregorian_seconds_to_datetime(seconds) when is_integer(seconds) and seconds >= 0 do
    {gregorian_days_to_date(div(seconds, @seconds_per_day)), seconds_to_time(rem(seconds, @seconds_per_day))}
  end

  @doc "Seconds since midnight."
  def time_to_seconds({h, m, s}) when h in 0..23 and m in 0..59 and s in 0..59, do: h * 3600 + m * 60 + s

  @doc "The time so many seconds after midnight."
  def seconds_to_time(seconds) when seconds in 0..86_399 do
    {div(seconds, 3600), rem(div(seconds, 60), 60), rem(seconds, 60)}
  end

  @doc "Days and time of a number of seconds."
  def seconds_to_daystime(seconds) do
    days = Integer.floor_div(seconds, @seconds_per_day)
    {days, seconds_to_time(seconds - days * @seconds_per_day)}
  end

  @doc "The day of the week of a date: 1 is Monday."
  def day_of_the_week({year, month, day}), do: day_of_the_week(year, month, day)
  def day_of_the_week(year, month, day), do: rem(date_to_gregorian_days(year, month, day) + 5, 7) + 1

  @doc "Whether a date exists."
  def valid_date({year, month, day}), do: valid_date(year, month, day)

  def valid_date(year, month, day) when is_integer(year) and is_integer(month) and is_integer(day) do
    year >= 0 and month in 1..12 and day >= 1 and day <= last_day_of_the_month(year, month)
  end

  def valid_date(_, _, _), do: false

  @doc """
  A time of the machine as a date and time in UTC.

  ## Examples

      iex> :calendar.system_time_to_universal_time(0, :second)
      {{1970, 1, 1}, {0, 0, 0}}
  """
  def system_time_to_universal_time(time, unit) do
    seconds = System.convert_time_unit(time, unit, :second)
    gregorian_seconds_to_datetime(seconds + @days_to_1970 * @seconds_per_day)
  end

  @doc "The date and time in UTC."
  def universal_time, do: :erlang.universaltime()
  @doc "The date and time here."
  def local_time, do: :erlang.localtime()

  @doc """
  The week of a date as ISO 8601 counts them: `{year, week}`.

  ## Examples

      iex> :calendar.iso_week_number({2021, 1, 3})
      {2020, 53}
  """
  def iso_week_number do
    {date, _} = :erlang.localtime()
    iso_week_number(date)
  end

  # The week belongs to the year of its Thursday.
  def iso_week_number({year, month, day}) do
    thursday = date_to_gregorian_days(year, month, day) + 4 - day_of_the_week(year, month, day)
    {week_year, _, _} = gregorian_days_to_date(thursday)
    {week_year, div(thursday - date_to_gregorian_days(week_year, 1, 1), 7) + 1}
  end

  @doc "A date and time here in UTC."
  def local_time_to_universal_time(datetime), do: :erlang.localtime_to_universaltime(datetime)
  def local_time_to_universal_time(datetime, dst), do: :erlang.localtime_to_universaltime(datetime, dst)

  @doc "A date and time here in UTC: a list of what it can be, with none for an hour left out."
  def local_time_to_universal_time_dst(datetime) do
    standard = :erlang.localtime_to_universaltime(datetime, false)
    summer = :erlang.localtime_to_universaltime(datetime, true)
    Enum.uniq(for utc <- [summer, standard], :erlang.universaltime_to_localtime(utc) == datetime, do: utc)
  end

  @doc "A date and time in UTC as it is here."
  def universal_time_to_local_time(datetime), do: :erlang.universaltime_to_localtime(datetime)

  @doc """
  A time stamp of `:erlang.timestamp/0` as a date and time in UTC.

  ## Examples

      iex> :calendar.now_to_datetime({1_000, 0, 0})
      {{2001, 9, 9}, {1, 46, 40}}
  """
  def now_to_datetime({mega, seconds, _micro}), do: system_time_to_universal_time(mega * 1_000_000 + seconds, :second)
  def now_to_universal_time(now), do: now_to_datetime(now)
  def now_to_local_time(now), do: now |> now_to_datetime() |> :erlang.universaltime_to_localtime()

  @doc "A time of the machine as a date and time here."
  def system_time_to_local_time(time, unit),
    do: time |> system_time_to_universal_time(unit) |> :erlang.universaltime_to_localtime()

  @doc """
  The difference of two dates and times in days and time.

  ## Examples

      iex> :calendar.time_difference({{2020, 1, 1}, {0, 0, 0}}, {{2020, 1, 2}, {1, 0, 0}})
      {1, {1, 0, 0}}
  """
  def time_difference(from, to),
    do: seconds_to_daystime(datetime_to_gregorian_seconds(to) - datetime_to_gregorian_seconds(from))

  @doc """
  A time of the machine as RFC 3339 writes it, a charlist.

  Options are `:unit` (`:second`), `:offset` in seconds or as `'+02:00'` or `'Z'` (that of the place), and
  `:time_designator` (`?T`).

  ## Examples

      iex> :calendar.system_time_to_rfc3339(0, offset: 'Z')
      '1970-01-01T00:00:00Z'
      iex> :calendar.system_time_to_rfc3339(1_500, unit: :millisecond, offset: '+02:00')
      '1970-01-01T02:00:01.500+02:00'
  """
  def system_time_to_rfc3339(time), do: system_time_to_rfc3339(time, [])

  def system_time_to_rfc3339(time, options) do
    unit = Keyword.get(options, :unit, :second)
    per_second = :erlang.convert_time_unit(1, :second, unit)
    seconds = Integer.floor_div(time, per_second)
    {offset, shown} = rfc3339_offset(Keyword.get(options, :offset, ''), seconds)
    {{year, month, day}, {h, m, s}} = system_time_to_universal_time(seconds + offset, :second)
    designator = Keyword.get(options, :time_designator, ?T)
    fraction = rfc3339_fraction(Integer.mod(time, per_second), per_second)

    [padded(year, 4), ?-, padded(month, 2), ?-, padded(day, 2), designator, padded(h, 2), ?:, padded(m, 2), ?:, padded(s, 2), fraction, shown]
    |> :lists.flatten()
  end

  defp rfc3339_fraction(_, 1), do: []

  defp rfc3339_fraction(part, per_second), do: [?., padded(part, length(:erlang.integer_to_list(per_second)) - 1)]

  defp padded(n, width), do: :erlang.integer_to_list(n) |> :string.right(width, ?0)

  defp rfc3339_offset(text, _seconds) when text in ['Z', 'z'], do: {0, text}
  defp rfc3339_offset(offset, _seconds) when is_integer(offset), do: {offset, shown_offset(offset)}

  defp rfc3339_offset([], seconds) do
    universal = system_time_to_universal_time(seconds, :second)
    local = :erlang.universaltime_to_localtime(universal)
    offset = datetime_to_gregorian_seconds(local) - datetime_to_gregorian_seconds(universal)
    {offset, shown_offset(offset)}
  end

  defp rfc3339_offset(text, _seconds), do: {read_offset(text), text}

  defp shown_offset(offset) do
    minutes = div(abs(offset), 60)
    [if(offset < 0, do: ?-, else: ?+), padded(div(minutes, 60), 2), ?:, padded(rem(minutes, 60), 2)]
  end

  defp read_offset([sign, h1, h2, ?:, m1, m2]) when sign in '+-' do
    seconds = :erlang.list_to_integer([h1, h2]) * 3600 + :erlang.list_to_integer([m1, m2]) * 60
    if sign == ?-, do: -seconds, else: seconds
  end

  @doc """
  The time of the machine that text of RFC 3339 tells, in seconds or in the option `:unit`.

  ## Examples

      iex> :calendar.rfc3339_to_system_time('1970-01-01T02:00:01.5+02:00', unit: :millisecond)
      1500
  """
  def rfc3339_to_system_time(text), do: rfc3339_to_system_time(text, [])

  def rfc3339_to_system_time(text, options) do
    unit = Keyword.get(options, :unit, :second)
    [y1, y2, y3, y4, ?-, mo1, mo2, ?-, d1, d2, _, h1, h2, ?:, m1, m2, ?:, s1, s2 | rest] = :lists.flatten(text)
    number = &:erlang.list_to_integer/1
    date = {number.([y1, y2, y3, y4]), number.([mo1, mo2]), number.([d1, d2])}
    {fraction, offset} = read_fraction(rest)
    offset = if offset in ['Z', 'z'], do: 0, else: read_offset(offset)
    days = date_to_gregorian_days(date) - @days_to_1970
    seconds = days * @seconds_per_day + number.([h1, h2]) * 3600 + number.([m1, m2]) * 60 + number.([s1, s2]) - offset
    :erlang.convert_time_unit(seconds, :second, unit) + part_of_second(fraction, unit)
  end

  defp read_fraction([?. | rest]), do: :lists.splitwith(fn c -> c in ?0..?9 end, rest)
  defp read_fraction(rest), do: {[], rest}

  defp part_of_second([], _unit), do: 0

  defp part_of_second(digits, unit) do
    nine = :lists.sublist(digits ++ '000000000', 9)
    :erlang.convert_time_unit(:erlang.list_to_integer(nine), :nanosecond, unit)
  end
end
