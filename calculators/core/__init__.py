"""What every calculator is made of: texts, errors, results, fields, money, days and rates."""
