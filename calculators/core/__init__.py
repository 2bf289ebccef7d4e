"""What every calculator is made of: quantities, money, days, dated series, fields, results, problems and words."""
